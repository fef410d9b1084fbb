import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StorageStatus } from '@shared/features/storage/storage'
import { languages } from '@shared/kernel/language'
import { expect, test } from './fixtures'
import { ImportPage } from './pages/import'
import { overflows, spokenNames, visibleTexts } from './pages/layout'
import { screens, showScreen } from './pages/screens'
import { inProject, sample } from './support/project'
import { dottedKeys, foreignTexts, latinWords } from './support/visible-text'
import { languageNames, languageTags, words } from './support/words'

test('language and theme change at once, in the window and in its menu', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'demo', language: 'zh' })
  const { page } = parkdesk
  const menu = () =>
    parkdesk.app.evaluate(
      ({ Menu }) =>
        Menu.getApplicationMenu()
          ?.items.map(({ label }) => label)
          .join(' ') ?? '',
    )
  let now = words('zh')
  for (const language of ['ru', 'en', 'zh'] as const) {
    await page.getByRole('button', { name: now.t('shell:preferences') }).click()
    await page.getByRole('radio', { name: languageNames[language], exact: true }).press('Space')
    await page.keyboard.press('Escape')
    now = words(language)
    await expect(page.getByRole('heading', { level: 1, name: now.t('shell:overview') })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', languageTags[language])
    await expect.poll(menu).toContain(now.t('menu:file'))
  }
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await ground()
  await page.getByRole('button', { name: now.t('shell:preferences') }).click()
  await page.getByRole('radio', { name: now.t('shell:theme.dark'), exact: true }).press('Space')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await ground()).not.toBe(light)
  expect(await parkdesk.call('settings.preferences')).toEqual({ language: 'zh', theme: 'dark' })
})

for (const language of languages) {
  test(`every screen fits into a small window, without keys or words of another language, in ${language}`, async ({
    desk,
  }) => {
    test.setTimeout(240_000)
    const parkdesk = await desk.open({ park: 'demo', language })
    await parkdesk.resize(1366, 768)
    const keys = dottedKeys()
    const foreign = language === 'en' ? new Set<string>() : foreignTexts(language)
    for (const screen of screens) {
      await showScreen(parkdesk, screen)
      const texts = await visibleTexts(parkdesk)
      expect
        .soft(
          texts.filter((text) => keys.has(text)),
          `keys on ${screen}`,
        )
        .toEqual([])
      expect
        .soft(
          texts.filter((text) => foreign.has(text)),
          `English on ${screen}`,
        )
        .toEqual([])
      expect.soft(await overflows(parkdesk), `overflow on ${screen}`).toEqual([])
    }
  })
}

for (const language of ['zh', 'ru'] as const) {
  test(`an empty park shows no word in Latin letters, in ${language}`, async ({ desk }) => {
    const parkdesk = await desk.open({ park: 'empty', language })
    for (const screen of screens.filter((each) => !each.includes(':id'))) {
      await showScreen(parkdesk, screen)
      // Places and the workstation are called alike in every language.
      const { workstation } = await parkdesk.call<StorageStatus>('storage.status')
      const data = [join(parkdesk.folders.data, 'backups'), parkdesk.folders.data, workstation]
      const texts = (await visibleTexts(parkdesk)).map((text) =>
        data.reduce((rest, part) => rest.replaceAll(part, ''), text),
      )
      expect
        .soft(
          texts.filter((text) => latinWords(text).length > 0),
          screen,
        )
        .toEqual([])
    }
  })

  test(`lists and numbers name their parts in the language, in ${language}`, async ({ desk }) => {
    const parkdesk = await desk.open({ park: 'empty', language })
    const wizard = new ImportPage(parkdesk)
    await wizard.goto()
    await wizard.open(sample(language, 'tenants'), 'tenants')
    const strange = async () => (await spokenNames(parkdesk)).filter((name) => latinWords(name).length > 0)
    const columns = readFileSync(inProject('resources/fields/tenants.json'), 'utf8')
    expect((await strange()).filter((name) => !columns.includes(name))).toEqual([])
    await showScreen(parkdesk, 'requests/new')
    expect(await strange()).toEqual([])
  })
}
