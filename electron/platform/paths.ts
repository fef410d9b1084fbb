import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

function settingsFolder(): string {
  switch (process.platform) {
    case 'win32':
      return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support')
    default:
      return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
  }
}

/** Where the park is kept when nobody names a folder; the window and the command line agree on it. */
export function defaultDataFolder(): string {
  return join(settingsFolder(), 'Parkdesk', 'park')
}

/** The data folder a program was started with: `--data DIR`, `--data=DIR`, or the default one. */
export function dataFolder(argv: readonly string[]): string {
  const joined = argv.find((argument) => argument.startsWith('--data='))
  if (joined) return resolve(joined.slice('--data='.length))
  const index = argv.indexOf('--data')
  const named = index === -1 ? undefined : argv[index + 1]
  return named === undefined ? defaultDataFolder() : resolve(named)
}
