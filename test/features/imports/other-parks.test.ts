import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEmpty, plainText } from '@shared/features/imports/read-cell'
import { fieldWords } from '@shared/kernel/field-labels'
import { registerNames, type RegisterName } from '@shared/kernel/registers'
import { mapColumns } from '@shared/features/imports/map-columns'
import { readTable } from '../../../electron/features/imports/reading'
import { parkFolder } from '../../support/park'
import { importFile, sampleFile, samplePath, type SampleLanguage } from './import-job'
import { encode } from './reading/encode'

/** How other parks keep the same registers: other headings, another order of columns, another encoding. */
type Habit = {
  readonly encoding: 'utf-8' | 'gb18030' | 'windows-1251' | 'utf-16le'
  readonly delimiter: string
  readonly seed: number
}

const habits: readonly (readonly [SampleLanguage, Habit])[] = [
  ['zh', { encoding: 'gb18030', delimiter: ',', seed: 1 }],
  ['zh', { encoding: 'utf-8', delimiter: ';', seed: 2 }],
  ['zh', { encoding: 'utf-16le', delimiter: '\t', seed: 3 }],
  ['ru', { encoding: 'windows-1251', delimiter: ';', seed: 4 }],
  ['ru', { encoding: 'utf-8', delimiter: '\t', seed: 5 }],
  ['en', { encoding: 'utf-8', delimiter: ',', seed: 6 }],
]

async function rewritten(
  language: SampleLanguage,
  register: RegisterName,
  habit: Habit,
): Promise<Uint8Array> {
  const { rows } = await readTable(sampleFile(language, register))
  const all = [...rows]
  const header = all.find(({ cells }) => cells.length > 3)
  const headings = (header?.cells ?? []).map((cell) => (isEmpty(cell) ? '' : plainText(cell)))
  const fields = mapColumns(register, headings)
  const [order] = fc.sample(
    fc.shuffledSubarray(
      fields.map((_, index) => index),
      { minLength: fields.length },
    ),
    {
      numRuns: 1,
      seed: habit.seed,
    },
  )
  const renamed = fields.map((field, index) => {
    const words = fieldWords(register, field ?? '')?.[language] ?? []
    return words[(habit.seed * 7 + index) % words.length] ?? headings[index]
  })
  const lines = all
    .filter(({ row }) => row > (header?.row ?? 0))
    .map(({ cells }) => cells.map((cell) => (isEmpty(cell) ? '' : plainText(cell))))
  const table = [renamed, ...lines].map((cells) => (order ?? []).map((index) => cells[index] ?? ''))
  const text = stringify(table, { delimiter: habit.delimiter })
  return encode(habit.encoding.startsWith('utf') ? `\ufeff${text}` : text, habit.encoding)
}

describe.each(habits)('the sample of %s as another park keeps it (%j)', (language, habit) => {
  test('is understood as well', { timeout: 60_000 }, async () => {
    const expected = (
      JSON.parse(readFileSync(samplePath(language, 'expected.json'), 'utf8')) as {
        import: Record<string, object>
      }
    ).import
    const folder = parkFolder()
    for (const register of registerNames) {
      const path = join(folder, `${register}.csv`)
      writeFileSync(path, await rewritten(language, register, habit))
      const { outcome, problems } = await importFile(folder, register, path)
      const { rows, created, rejected } = outcome
      expect({ rows, created, rejected }, JSON.stringify(problems.slice(0, 4))).toEqual(expected[register])
      expect(outcome.unrecognisedColumns).toEqual([])
    }
  })
})
