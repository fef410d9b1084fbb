import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../support/sources'

/** What Electron's release schedule said on the day somebody looked, and the versions' days on the npm registry. */
const looked = {
  on: '2026-11-22',
  /** The newest three majors get Chromium's security fixes. */
  supported: [45, 44, 43],
  released: { '45.4.1': '2026-11-19' },
} as const

const weeks = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / (7 * 86_400_000)

test('the Electron a release is built with is supported and no more than eight weeks old', () => {
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>
  }
  const version = manifest.devDependencies['electron'] ?? ''
  expect(looked.supported).toContain(Number(version.split('.')[0]))
  // Whoever raises the version looks again, and writes down when.
  expect(Object.keys(looked.released)).toContain(version)
  const released = looked.released[version as keyof typeof looked.released]
  expect(weeks(released, looked.on)).toBeGreaterThanOrEqual(0)
  expect(weeks(released, looked.on)).toBeLessThan(8)
})
