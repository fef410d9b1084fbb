#!/bin/sh
# Starts Parkdesk. A command (`parkdesk report monthly …`) also works where there is no display: Electron needs one to
# start at all, so a virtual one is put under it.
set -eu
self=$(readlink -f "$0")
program="$self-bin"

is_command=no
for argument; do
  case $argument in
    init | import | report | export | search | backup | restore | verify | demo | --help | --version) is_command=yes ;;
    -*) continue ;;
  esac
  break
done
[ "$is_command" = yes ] || exec "$program" "$@"

# Chromium refuses to start its sandbox for root. A command shows nothing but the application's own reports.
[ "$(id -u)" -ne 0 ] || export ELECTRON_DISABLE_SANDBOX=1

[ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || exec "$program" "$@"
if ! command -v xvfb-run >/dev/null || ! command -v xauth >/dev/null; then
  echo 'parkdesk: there is no display; install a virtual one: apt-get install xvfb xauth' >&2
  exit 1
fi
exec xvfb-run --auto-servernum "$program" "$@"
