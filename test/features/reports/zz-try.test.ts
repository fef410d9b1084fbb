import { test } from 'vitest'
import fs from 'node:fs'
import { sampleFigures } from './sample-figures'
import { reportsTasks } from '../../../electron/features/reports/reports.tasks'
import { printByElectron } from '../../../electron/features/reports/print-by-electron'
test('x', async () => {
  const languages = ['zh','ru','en'] as const
  const context = { folder: '', actor: '', progress: () => {}, checkCancelled: () => {} }
  const pages = reportsTasks['reports.pages']({ figures: sampleFigures, languages }, context)
  const prints = await printByElectron(pages, '/work/main/node_modules/.cache/w5-host/print-host.js')
  console.time('save')
  console.log(await reportsTasks['reports.save']({ figures: sampleFigures, languages, formats: ['json','pdf','xlsx','docx','csv'], folder: '/tmp/w5-out', prints }, context))
  console.timeEnd('save')
}, 120000)
