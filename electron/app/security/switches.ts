import { app } from 'electron'

/** Command-line switches that open the packaged program to whoever starts it. Fuses do not stop them. */
const refused = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'disable-web-security',
  'load-extension',
  'host-rules',
  'proxy-server',
  'js-flags',
  'renderer-cmd-prefix',
] as const

/** The first refused switch the packaged program was started with, or undefined. */
export function refusedSwitch(): string | undefined {
  return app.isPackaged ? refused.find((name) => app.commandLine.hasSwitch(name)) : undefined
}
