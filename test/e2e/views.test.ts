import { expect, test } from './fixtures'
import { tabTo } from './pages/keyboard'

test('a list put together by or is saved as a view and found again after a new start', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'en' })
  const { page, words } = parkdesk
  const t = (key: string, values = {}) => words.t(`registers:${key}`, values)
  await parkdesk.goto('/requests')
  const combine = page.getByRole('button', { name: t('combine.button') })
  await tabTo(parkdesk, combine)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox')).toBeFocused()
  for (const [field, value] of [
    ['priority', 'urgent'],
    ['type', 'legal'],
  ] as const) {
    await tabTo(parkdesk, dialog.getByRole('button', { name: t('combine.condition') }))
    await page.keyboard.press('Enter')
    const layer = dialog.locator('.filter-editor')
    await layer.getByRole('combobox', { name: t('filter.field') }).focus()
    await page.keyboard.type(words.field('requests', field))
    await page.keyboard.press('Enter')
    await layer.getByRole('combobox', { name: t('filter.values') }).focus()
    const list = field === 'type' ? 'requestType' : 'priority'
    await page.keyboard.type(words.code(list, value))
    await page.keyboard.press('Enter')
    await layer.getByRole('button', { name: t('filter.apply') }).press('Enter')
    await expect(layer).toBeHidden()
  }
  await page.screenshot({ path: test.info().outputPath('combine.png') })
  const count = await parkdesk.call<number>('requests.count', {
    group: {
      match: 'any',
      conditions: [
        { field: 'priority', in: ['urgent'] },
        { field: 'type', in: ['legal'] },
      ],
    },
  })
  await expect(dialog.getByText(t('combine.count', { count }), { exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: t('combine.apply') }).press('Enter')
  await page.getByRole('button', { name: words.t('views:save') }).press('Enter')
  await expect(dialog.getByRole('textbox', { name: words.t('views:name') })).toBeFocused()
  await page.keyboard.type('Наши 我们')
  await page.keyboard.press('Enter')
  const chip = page.getByRole('group', { name: t('views') }).getByRole('button', { name: /Наши 我们/u })
  await expect(chip).toHaveAttribute('aria-pressed', 'true')
  await page.screenshot({ path: test.info().outputPath('saved.png') })
  await parkdesk.close()

  const again = await desk.open({ language: 'en' })
  await again.goto('/requests')
  const kept = again.page.getByRole('button', { name: /Наши 我们/u })
  await expect(kept).toContainText(String(count))
  await kept.press('Enter')
  await expect(again.page.getByText(t('combine.chip', { count: 2 }))).toBeVisible()
})
