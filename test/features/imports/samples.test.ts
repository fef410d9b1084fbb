import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { registerNames } from '@shared/kernel/registers'
import { parkFolder } from '../../support/park'
import { importFile, sampleFile, sampleLanguages, samplePath } from './import-job'

type Expected = {
  import: Record<string, { rows: number; created: number; rejected: Record<string, number> }>
  import_warnings: Record<string, Record<string, number>>
}

describe.each(sampleLanguages)('the sample workbooks in %s', (language) => {
  const expected = JSON.parse(readFileSync(samplePath(language, 'expected.json'), 'utf8')) as Expected

  test('are taken in as expected, and the second time nothing changes', { timeout: 60_000 }, async () => {
    const folder = parkFolder()
    for (const register of registerNames) {
      const { outcome, problems } = await importFile(folder, register, sampleFile(language, register))
      expect(outcome.unrecognisedColumns).toEqual([])
      expect(outcome, JSON.stringify(problems.slice(0, 5))).toMatchObject({
        ...expected.import[register],
        updated: 0,
      })
      expect(outcome.rejected).toEqual(expected.import[register]?.rejected)
      const warnings = expected.import_warnings[register]?.['check_digit'] ?? 0
      expect(outcome.warnings.check_digit ?? 0).toBe(warnings)
    }
    for (const register of registerNames) {
      const { outcome } = await importFile(folder, register, sampleFile(language, register))
      expect(outcome).toMatchObject({
        batchId: null,
        created: 0,
        updated: 0,
        unchanged: expected.import[register]?.created,
        rejected: expected.import[register]?.rejected,
      })
    }
  })
})
