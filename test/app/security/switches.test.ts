import { describe, expect, test } from 'vitest'
import { clearEnvironment } from '../../../electron/app/security/environment'
import { refusedSwitch, type Start } from '../../../electron/app/security/switches'
import { openingSwitches } from '../../support/opening-switches'

const asWindow = (...args: readonly string[]): Start => ({
  args,
  isCommand: false,
  isRoot: false,
  withoutSandbox: false,
})
const asCommand = (...args: readonly string[]): Start => ({
  ...asWindow('report', 'monthly', ...args),
  isCommand: true,
})

describe('a package', () => {
  test.each(openingSwitches)('does not start with --%s, neither a window nor a command', (given) => {
    const name = given.split('=')[0]
    for (const dashes of ['--', '-']) {
      expect(refusedSwitch(asWindow(`${dashes}${given}`), 'linux')).toBe(name)
      expect(refusedSwitch(asCommand('--json', `${dashes}${given}`), 'linux')).toBe(name)
    }
    expect(refusedSwitch(asWindow(`/${given}`), 'win32')).toBe(name)
  })

  test('starts its window with its own switches and those of displays, and with nothing unknown', () => {
    expect(
      refusedSwitch(asWindow('--data=/park', '--user-data-dir=/x', '--ozone-platform=wayland')),
    ).toBeUndefined()
    expect(refusedSwitch(asWindow('--data', '/park', 'file.xlsx'))).toBeUndefined()
    expect(refusedSwitch(asWindow('--something-new'))).toBe('something-new')
    expect(refusedSwitch(asWindow('--DISABLE-Web-Security'))).toBe('disable-web-security')
    expect(refusedSwitch(asWindow('-psn_0_1234'), 'darwin')).toBeUndefined()
  })

  test('looks no further than Chromium does', () => {
    expect(refusedSwitch(asWindow('--', '--no-sandbox'))).toBeUndefined()
    expect(refusedSwitch(asWindow('--data=x', '--no-sandbox', '--'))).toBe('no-sandbox')
    expect(refusedSwitch(asWindow('-', '--'))).toBeUndefined()
  })

  test('lets commands have their options', () => {
    const options = [
      '--data',
      '/park',
      '--json',
      '--lang',
      'zh,ru',
      '--dry-run',
      '--out',
      '/x',
      '--name-en',
      'Park',
    ]
    expect(refusedSwitch(asCommand(...options))).toBeUndefined()
  })

  test('gives up the sandbox for commands of root alone', () => {
    const withoutSandbox = { ...asCommand('--json'), withoutSandbox: true }
    expect(refusedSwitch({ ...withoutSandbox, isRoot: true })).toBeUndefined()
    expect(refusedSwitch(withoutSandbox)).toBe('no-sandbox')
    expect(refusedSwitch({ ...asWindow(), withoutSandbox: true, isRoot: true })).toBe('no-sandbox')
  })
})

test('what opens a Node or an Electron from its environment is forgotten, and nothing else', () => {
  const env: NodeJS.ProcessEnv = {
    NODE_OPTIONS: '--require=/x',
    NODE_EXTRA_CA_CERTS: '/x',
    ELECTRON_RUN_AS_NODE: '1',
    ELECTRON_ENABLE_LOGGING: '1',
    PARKDESK_SQLITE_BINDING: '/x',
    SSLKEYLOGFILE: '/x',
    HOME: '/home/x',
    LANG: 'ru_RU.UTF-8',
  }
  clearEnvironment(env)
  expect(env).toEqual({ HOME: '/home/x', LANG: 'ru_RU.UTF-8' })
})
