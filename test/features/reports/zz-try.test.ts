import { test } from 'vitest'
import fs from 'node:fs'
import { reportIn } from './sample-figures'
import { reportHtml } from '../../../electron/features/reports/formats/html'
import { stampPdf } from '../../../electron/features/reports/formats/pdf'
import { printByElectron } from '../../../electron/features/reports/print-by-electron'
test('x', async () => {
  const ls = ['zh','ru','en'] as const
  const html = ls.map((l) => reportHtml(reportIn(l)))
  ls.forEach((l, i) => fs.writeFileSync(`/tmp/w5-${l}.html`, html[i]!))
  let t = Date.now()
  const pdfs = await printByElectron(html, '/work/main/node_modules/.cache/w5-host/print-host.js')
  console.log('print', Date.now() - t)
  for (const [i, l] of ls.entries()) {
    t = Date.now()
    const m = reportIn(l)
    fs.writeFileSync(`/tmp/w5-${l}.pdf`, await stampPdf(pdfs[i]!, { title: m.title, author: m.park, language: l, createdAt: Date.now(), footer: `${m.title} · ${m.period}`, pageText: (p, n) => ({ zh: `第 ${p} 页 / 共 ${n} 页`, ru: `Стр. ${p} из ${n}`, en: `Page ${p} of ${n}` })[l] }))
    console.log('stamp', Date.now() - t, pdfs[i]!.length)
  }
}, 120000)
