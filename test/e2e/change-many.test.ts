import { expect, test } from './fixtures'
import { tabTo, takeByArrows } from './pages/keyboard'

test('marked records are changed together and taken back by one step, by keys', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'zh' })
  const { page, words } = parkdesk
  await parkdesk.goto('/requests?filter={"view":"open"}')
  const grid = page.getByRole('grid')
  await expect(grid.locator('.ag-row').first()).toBeVisible()
  await tabTo(parkdesk, page.locator('.register-search input'))
  await page.keyboard.press('ArrowDown')
  for (const next of [false, true, true]) {
    if (next) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+Space')
  }
  const button = page.getByRole('button', { name: words.t('registers:many.button', { count: '3' }) })
  await expect(button).toBeVisible()
  await button.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  const label = words.field('requests', 'priority')
  await tabTo(parkdesk, dialog.getByRole('combobox', { name: words.t('registers:many.field') }))
  await page.keyboard.type(label)
  await page.keyboard.press('Enter')
  await tabTo(parkdesk, dialog.getByRole('combobox', { name: label, exact: true }))
  await page.keyboard.press('ArrowDown')
  await takeByArrows(parkdesk, words.code('priority', 'urgent'))
  await expect(dialog.getByRole('row')).toHaveCount(4)
  await page.screenshot({ path: test.info().outputPath('preview.png') })
  const submit = dialog.getByRole('button', { name: words.t('registers:many.submit', { count: 3 }) })
  await submit.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(words.t('registers:many.done', { changed: '3', total: '3' }))).toBeVisible()
  const step = words.t('undo:step.updated', { label: '', count: 3 })
  await page.keyboard.press('Control+KeyZ')
  await expect(page.getByText(words.t('undo:done.takeBack', { step }))).toBeVisible()
})
