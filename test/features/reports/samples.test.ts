import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { figuresJson } from '@shared/features/reports/figures-json'
import { registerNames } from '@shared/kernel/registers'
import { reportsTasks } from '../../../electron/features/reports/reports.tasks'
import { parkFolder, taskContext } from '../../support/park'
import { importFile, sampleFile, sampleLanguages, samplePath } from '../imports/import-job'

describe.each(sampleLanguages)('the report of the sample workbooks in %s', (language) => {
  test('holds the figures expected of October 2026', { timeout: 60_000 }, async () => {
    const folder = parkFolder()
    for (const register of registerNames) await importFile(folder, register, sampleFile(language, register))
    const figures = reportsTasks['reports.figures'](
      { kind: 'monthly', period: '2026-10' },
      taskContext(folder),
    )
    const { report } = JSON.parse(readFileSync(samplePath(language, 'expected.json'), 'utf8')) as {
      report: Record<string, Record<string, unknown>>
    }
    const counted: Record<string, unknown> = { ...figuresJson(figures) }
    for (const [section, expected] of Object.entries(report)) {
      for (const [key, value] of Object.entries(expected))
        expect(counted[section], `${section}.${key}`).toHaveProperty(key, value)
    }
  })
})
