import { expect, test } from './fixtures'
import { RecordForm } from './pages/form'
import { tabTo } from './pages/keyboard'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import { unpackPage, type PackedPage } from '@shared/contract/page'

test('what was done is taken back by its name, by keys, after a new start, too', async ({ desk }) => {
  const park = 'ru'
  const parkdesk = await desk.open({ park, language: 'ru' })
  const { rows } = unpackPage(await parkdesk.call<PackedPage<RequestRow>>('requests.page', { limit: 1 }))
  const { id, reference, subject } = rows[0]!
  await parkdesk.goto(`/requests/${id}/edit`)
  const form = new RecordForm(parkdesk, 'requests')
  await tabTo(parkdesk, form.input('subject'))
  await parkdesk.page.keyboard.press('Control+KeyA')
  await parkdesk.page.keyboard.type('X-1')
  // In a field the keys undo what was typed there.
  await parkdesk.page.keyboard.press('Control+KeyZ')
  await expect(form.input('subject')).not.toHaveValue('X-1')
  await parkdesk.page.keyboard.press('Control+KeyA')
  await parkdesk.page.keyboard.type('X-2')
  await parkdesk.page.keyboard.press('Control+Enter')
  await expect(parkdesk.page.getByText(parkdesk.words.t('registers:saved')).first()).toBeVisible()
  await parkdesk.close()

  const again = await desk.open({ language: 'ru' })
  const { page, words } = again
  await again.goto(`/requests/${id}`)
  await expect(page.getByRole('heading', { level: 2, name: 'X-2' })).toBeVisible()
  const step = words.t('undo:step.updated', { label: reference, count: 1 })
  await expect(page.getByRole('button', { name: words.t('undo:takeBack.step', { step }) })).toBeVisible()
  await page.keyboard.press('Control+KeyZ')
  await expect(page.getByText(words.t('undo:done.takeBack', { step }))).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: subject ?? '' })).toBeVisible()
  await page.keyboard.press('Control+Shift+KeyZ')
  await expect(page.getByText(words.t('undo:done.doAgain', { step }))).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: 'X-2' })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('undone.png') })
})
