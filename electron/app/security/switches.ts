/** What a program is started with, as far as it may open the program to whoever starts it. */
export type Start = {
  /** Everything after the program's own name. */
  readonly args: readonly string[]
  /** Whether it is a command of the command line, which opens no window of the park. */
  readonly isCommand: boolean
  readonly isRoot: boolean
  /** Chromium's sandbox is off, by a switch or by the environment. */
  readonly withoutSandbox: boolean
}

/**
 * Switches a window may be started with: its own, and those for displays Chromium is wrong about. Everything else is
 * refused, because nobody can list what a browser's fifteen hundred switches open: debugging, other code, other hosts.
 */
const allowed = new Set([
  'data',
  'user-data-dir',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'force-device-scale-factor',
  'force-color-profile',
  'force-high-contrast',
  'force-renderer-accessibility',
  'disable-gpu',
  'disable-gpu-compositing',
])

/** A command has options of its own, so for it the kinds of switches are named that open something. */
const dangerous = new RegExp(
  [
    '^(?:remote|inspect|debug|devtools|auto-open|custom-devtools|wait-for-debugger|enable|disable|no)-',
    '^(?:allow|load|unsafely|unsafe|ignore|bypass|use-fake|host|proxy|ssl|log|net-log|trace|crash|disk-cache)-',
    '^(?:inspect|single-process|in-process-gpu|js-flags|user-agent|vmodule|v|experimental-.*)$',
    '^(?:browser-subprocess-path|password-store|user-data-dir|utility-.*|renderer-.*|gpu-.*|ppapi-.*|zygote-.*)$',
    'cmd-prefix$|startup-dialog$|sandbox',
  ].join('|'),
)

/** Names of Chromium's switches among arguments, taken apart as Chromium does: up to a `--`, one dash or two. */
function switchesOf(args: readonly string[], platform: NodeJS.Platform): readonly string[] {
  const end = args.indexOf('--')
  const prefix = platform === 'win32' ? /^(?:--|-|\/)(?=.)/ : /^--?(?=[^-])/
  return (end === -1 ? args : args.slice(0, end))
    .filter((argument) => prefix.test(argument))
    .map((argument) => argument.replace(prefix, '').split('=', 1)[0]?.toLowerCase() ?? '')
}

/** The first switch a packaged program does not start with, or undefined. Fuses do not stop them. */
export function refusedSwitch(
  start: Start,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const { args, isCommand, isRoot, withoutSandbox } = start
  // Chromium has no sandbox for root, and a command shows nothing but the program's own reports.
  if (withoutSandbox && !(isCommand && isRoot)) return 'no-sandbox'
  const isRefused = (name: string) => (isCommand ? dangerous.test(name) : !allowed.has(name))
  return switchesOf(args, platform).find(
    (name) => isRefused(name) && !(platform === 'darwin' && name.startsWith('psn_')),
  )
}
