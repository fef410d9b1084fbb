import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../support/park'
import { randomNumbers } from './support/cases'
import { Disk } from './support/crash-states'
import type { FileEvent } from './support/recorder'

const write = (path: string, text: string, at = 0): FileEvent => ({
  kind: 'write',
  path,
  at,
  bytes: Buffer.from(text),
})
const sync = (path: string): FileEvent => ({ kind: 'sync', path })

/** What a file holds in many crashes after some events; undefined where it is not there. */
function outcomes(
  files: Readonly<Record<string, string>>,
  events: readonly FileEvent[],
  path: string,
): ReadonlySet<string | undefined> {
  const top = testFolder()
  const found = new Set<string | undefined>()
  for (let seed = 1; seed <= 100; seed += 1) {
    const disk = new Disk(new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])))
    for (const event of events) disk.apply(event)
    const folder = join(top, String(seed))
    mkdirSync(folder)
    const random = randomNumbers(seed * 7919)
    for (let warm = 0; warm < 8; warm += 1) random()
    disk.crashInto(folder, random)
    const file = join(folder, path)
    found.add(existsSync(file) ? readFileSync(file, 'utf8') : undefined)
  }
  return found
}

test('what was synced is there after every crash', () => {
  const events = [write('park', 'new'), sync('park')]
  expect(outcomes({ park: 'old' }, events, 'park')).toEqual(new Set(['new']))
})

test('what was not synced is there, or not, or in part', () => {
  const text = 'n'.repeat(1024)
  const found = outcomes({ park: 'o'.repeat(1024) }, [write('park', text)], 'park')
  expect(found).toContain(text)
  expect(found).toContain('o'.repeat(1024))
  expect(found).toContain('n'.repeat(512) + 'o'.repeat(512))
})

test('a new file and a new name are only sure once their folder has been synced', () => {
  const made: readonly FileEvent[] = [{ kind: 'create', path: 'new' }, write('new', 'text'), sync('new')]
  const renamed: readonly FileEvent[] = [...made, { kind: 'rename', path: 'new', to: 'park' }]
  expect(outcomes({ park: 'old' }, renamed, 'park')).toEqual(new Set(['old', 'text']))
  expect(outcomes({ park: 'old' }, [...renamed, sync('')], 'park')).toEqual(new Set(['text']))
  expect(outcomes({}, made, 'new')).toEqual(new Set([undefined, 'text']))
})

test('names change in their order: one that came later never survives without the one before', () => {
  const events: readonly FileEvent[] = [
    { kind: 'rename', path: 'park', to: 'aside' },
    { kind: 'rename', path: 'staged', to: 'park' },
  ]
  const files = { park: 'old', staged: 'new' }
  expect(outcomes(files, events, 'park')).toEqual(new Set(['old', undefined, 'new']))
  expect(outcomes(files, events, 'aside')).toEqual(new Set([undefined, 'old']))
})
