import { expect, test } from './fixtures'
import { RecordForm } from './pages/form'
import type { Parkdesk } from './support/parkdesk'

const subject = 'Вывоз 废料 from hall 7'
const note = 'first line\nвторая строка\n第三行'

async function typeRequest(desk: Parkdesk): Promise<void> {
  const form = new RecordForm(desk, 'requests')
  await form.gotoNew()
  await form.input('subject').fill(subject)
  await form.input('note').pressSequentially(note)
}

/** The form offers what was typed and says that it does. */
async function expectOffered(desk: Parkdesk): Promise<void> {
  const { page, words } = desk
  const form = new RecordForm(desk, 'requests')
  await expect(form.input('subject')).toHaveValue(subject)
  await expect(form.input('note')).toHaveValue(note)
  await expect(page.getByRole('button', { name: words.t('forms:draft.discard') })).toBeVisible()
}

test('what was typed survives leaving the form', async ({ desk }) => {
  const language = 'zh'
  const parkdesk = await desk.open({ park: language, language })
  const { page, words } = parkdesk
  await typeRequest(parkdesk)
  await page.getByRole('button', { name: words.t('forms:leave') }).click()
  await expect(page.getByText(words.t('forms:kept'))).toBeVisible()
  await page.getByRole('button', { name: words.t('drafts:count', { count: 1 }) }).click()
  await page.getByRole('button', { name: subject }).click()
  await expectOffered(parkdesk)
  await page.getByRole('button', { name: words.t('forms:draft.discard') }).click()
  await expect(new RecordForm(parkdesk, 'requests').input('subject')).toHaveValue('')
  expect(await parkdesk.call('drafts.list')).toEqual([])
})

for (const [how, end] of [
  ['closing the window', (parkdesk: Parkdesk) => parkdesk.closeWindow()],
  ['quitting', (parkdesk: Parkdesk) => parkdesk.close()],
] as const) {
  test(`what was typed survives ${how} at once`, async ({ desk }) => {
    const parkdesk = await desk.open({ park: 'zh', language: 'zh' })
    await typeRequest(parkdesk)
    await end(parkdesk)
    const again = await desk.open({ language: 'zh' })
    await new RecordForm(again, 'requests').gotoNew()
    await expectOffered(again)
  })
}

test('what was typed survives a crash of the window', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'en' })
  await typeRequest(parkdesk)
  // Only what is typed within half a second before a crash can be lost.
  await expect.poll(async () => JSON.stringify(await parkdesk.call('drafts.list'))).toContain('第三行')
  await parkdesk.crashWindow()
  await expectOffered(parkdesk)
})

test('what was typed survives the end of the data process', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'en' })
  const { page, words } = parkdesk
  await typeRequest(parkdesk)
  await parkdesk.killDataProcess()
  await expect(page.getByText(words.t('shell:dataRestarted'))).toBeVisible()
  await page.getByRole('button', { name: words.t('forms:leave') }).click()
  await new RecordForm(parkdesk, 'requests').gotoNew()
  await expectOffered(parkdesk)
})

test('what is typed while there is no data process is kept when it is back', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'en' })
  const { page, words } = parkdesk
  const form = new RecordForm(parkdesk, 'requests')
  await form.gotoNew()
  await form.input('subject').fill(subject)
  const pid = await parkdesk.dataProcess()
  process.kill(pid, 'SIGSTOP')
  await form.input('note').fill(note)
  await form.input('subject').focus()
  process.kill(pid, 'SIGKILL')
  await expect(page.getByText(words.t('shell:dataRestarted'))).toBeVisible()
  await page.getByRole('button', { name: words.t('forms:leave') }).click()
  await form.gotoNew()
  await expectOffered(parkdesk)
})
