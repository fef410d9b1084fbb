import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { ImportPage } from './pages/import'
import { inProject, sample } from './support/project'

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

for (const language of ['zh', 'ru'] as const) {
  test(`a file that cannot be taken is named with its reason, and the next one is taken, in ${language}`, async ({
    desk,
  }) => {
    const parkdesk = await desk.open({ park: 'empty', language })
    const { page, words } = parkdesk
    const wizard = new ImportPage(parkdesk)
    await wizard.goto()
    const write = (name: string, content: string | Buffer) => {
      const path = join(desk.folder, name)
      writeFileSync(path, content)
      return path
    }
    const head = ['name', 'country'].map((field) => words.field('tenants', field)).join(',')
    const bad = [
      [
        write('picture.xlsx', picture),
        words.t('errors:file_not_workbook', { file: 'picture.xlsx', kind: 'png' }),
      ],
      [write('empty.csv', ''), words.t('errors:file_empty', { file: 'empty.csv' })],
      [
        inProject('test/fixtures/workbooks/password.xlsx'),
        words.t('errors:file_encrypted', { file: 'password.xlsx' }),
      ],
      [inProject('test/fixtures/workbooks/old.xls'), words.t('errors:file_is_xls', { file: 'old.xls' })],
      [
        write('quote.csv', `${head}\nSilk,KZ\n"Road,KZ\nBearings,KZ\n`),
        words.t('errors:quote_not_closed', { file: 'quote.csv', row: 3, column: 'A' }),
      ],
    ] as const
    for (const [file, message] of bad) {
      await wizard.choose(file)
      await expect(page.getByRole('main')).toContainText(message)
    }
    await wizard.open(sample(language, 'tenants'), 'tenants')
    expect((await wizard.check()).created).toBeGreaterThan(0)
  })
}
