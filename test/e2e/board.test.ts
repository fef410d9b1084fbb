import { expect, test } from './fixtures'

test('a request is moved over the board by keys alone', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'ru', language: 'ru' })
  const { page, words } = parkdesk
  await parkdesk.goto('/requests/board')
  const column = (status: string) => page.locator(`[data-column="${status}"]`)
  const cards = column('in_progress').locator('[data-card-id]')
  await expect(cards.first()).toBeVisible()
  const count = async (status: string) =>
    parkdesk.call<number>('requests.count', {
      view: 'open',
      conditions: [{ field: 'status', in: [status] }],
    })
  const before = { work: await count('in_progress'), waiting: await count('waiting_tenant') }
  await expect(column('in_progress').locator('.board-count')).toHaveText(String(before.work))
  await cards.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(cards.nth(1)).toBeFocused()
  const id = (await cards.nth(1).getAttribute('data-card-id')) ?? ''
  await page.screenshot({ path: test.info().outputPath('board.png') })
  await page.keyboard.press('Control+ArrowRight')
  await expect(column('waiting_tenant').locator('.board-count')).toHaveText(String(before.waiting + 1))
  await expect(column('in_progress').locator('.board-count')).toHaveText(String(before.work - 1))
  expect(await parkdesk.call('requests.get', { id })).toMatchObject({ status: 'waiting_tenant' })
  // The focus stays within the board, and the step is taken back by its name.
  await page.keyboard.press('Control+KeyZ')
  await expect(column('in_progress').locator('.board-count')).toHaveText(String(before.work))
  await expect(page.getByRole('heading', { level: 1, name: words.t('requests:board.title') })).toBeVisible()
})
