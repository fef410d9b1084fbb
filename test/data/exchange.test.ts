import fc from 'fast-check'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { exchange, settleExchange, type Move } from '../../electron/data/exchange'
import { testFolder } from '../support/park'

const put = (folder: string, path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const moves: readonly Move[] = [
  { from: 'park', to: 'aside/park' },
  { from: 'files', to: 'aside/files' },
  { from: 'missing', to: 'aside/missing' },
  { from: 'new/park', to: 'park' },
  { from: 'new/files', to: 'files' },
]

/** A folder before an exchange, with the log files of a database. */
function before(): string {
  const folder = testFolder()
  put(folder, 'park', 'old')
  put(folder, 'park-wal', 'old log')
  put(folder, 'files/a', 'old file')
  put(folder, 'new/park', 'new')
  put(folder, 'new/files/b', 'new file')
  return folder
}

/** Every file below a folder with what is in it. */
function filesIn(folder: string, below = ''): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of readdirSync(join(folder, below))) {
    const path = join(below, name)
    if (name === 'exchange.lock') continue
    if (statSync(join(folder, path)).isDirectory()) Object.assign(found, filesIn(folder, path))
    else found[path] = readFileSync(join(folder, path), 'utf8')
  }
  return found
}

test('everything is moved, and the plan is gone', () => {
  const folder = before()
  exchange(folder, moves, () => expect(readFileSync(join(folder, 'park'), 'utf8')).toBe('new'))
  expect(filesIn(folder)).toEqual({
    'aside/park': 'old',
    'aside/park-wal': 'old log',
    'aside/files/a': 'old file',
    park: 'new',
    'files/b': 'new file',
  })
})

test('a check that fails puts everything back, with what it left beside the new file', () => {
  const folder = before()
  const start = filesIn(folder)
  const failing = () => {
    put(folder, 'park-wal', 'new log')
    throw new Error('not sound')
  }
  expect(() => exchange(folder, moves, failing)).toThrow('not sound')
  expect(filesIn(folder)).toEqual({ ...start, 'new/park-wal': 'new log' })
})

test('whatever was moved when everything stopped, the next look puts it back', () => {
  const steps = moves.flatMap(({ from, to }) =>
    ['', '-wal', '-shm'].map((part) => [`${from}${part}`, `${to}${part}`] as const),
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: steps.length }), fc.boolean(), (done, opened) => {
      const folder = before()
      const start = filesIn(folder)
      for (const [from, to] of steps.slice(0, done)) {
        if (!existsSync(join(folder, from))) continue
        mkdirSync(dirname(join(folder, to)), { recursive: true })
        renameSync(join(folder, from), join(folder, to))
      }
      const wasOpened = opened && done === steps.length
      if (wasOpened) put(folder, 'park-wal', 'new log')
      writeFileSync(join(folder, 'exchange.json'), JSON.stringify(moves))
      settleExchange(folder)
      expect(filesIn(folder)).toEqual(wasOpened ? { ...start, 'new/park-wal': 'new log' } : start)
      settleExchange(folder)
    }),
    { numRuns: 40 },
  )
})

test('a plan nobody can read is never guessed at', () => {
  const folder = before()
  writeFileSync(join(folder, 'exchange.json'), '{')
  expect(() => settleExchange(folder)).toThrow('database_damaged')
})

test('putting back that was cut off at its very end is no reason to move the park away again', () => {
  const folder = before()
  const start = filesIn(folder)
  writeFileSync(join(folder, 'exchange.json'), JSON.stringify(moves))
  // What was to take the park's place has been thrown away meanwhile.
  rmSync(join(folder, 'new'), { recursive: true })
  settleExchange(folder)
  const kept = Object.entries(start).filter(([path]) => !path.startsWith('new/'))
  expect(filesIn(folder)).toEqual(Object.fromEntries(kept))
})

test('what took a place is put back also where the folder it came from is gone', () => {
  const folder = before()
  for (const { from, to } of moves) {
    if (!existsSync(join(folder, from))) continue
    mkdirSync(dirname(join(folder, to)), { recursive: true })
    renameSync(join(folder, from), join(folder, to))
  }
  rmSync(join(folder, 'new'), { recursive: true })
  writeFileSync(join(folder, 'exchange.json'), JSON.stringify(moves))
  settleExchange(folder)
  expect(readFileSync(join(folder, 'park'), 'utf8')).toBe('old')
  expect(readFileSync(join(folder, 'files/a'), 'utf8')).toBe('old file')
})
