import { unpackPage, type PackedPage } from '@shared/contract/page'
import type { ChecklistOf } from '@shared/features/checklists/checklists.contract'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import { expect, test } from './fixtures'
import { RecordForm } from './pages/form'
import { tabTo, takeByArrows } from './pages/keyboard'
import type { Parkdesk } from './support/parkdesk'

/** Takes in a request for legal advice by the keyboard and opens its page; answers its id. */
async function takeIn(desk: Parkdesk, subject: string): Promise<string> {
  const { page, words } = desk
  const form = new RecordForm(desk, 'requests')
  const { rows } = unpackPage(await desk.call<PackedPage<{ name: string }>>('tenants.page', { limit: 1 }))
  const tenant = rows[0]?.name ?? ''
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+Shift+KeyN')
  await tabTo(desk, form.input('type'))
  await page.keyboard.type(words.code('requestType', 'legal').slice(0, 3))
  await takeByArrows(desk, words.code('requestType', 'legal'))
  await tabTo(desk, form.input('tenantId'))
  await page.keyboard.type(tenant)
  await takeByArrows(desk, tenant)
  await tabTo(desk, form.input('subject'))
  await page.keyboard.type(subject)
  await page.keyboard.press('Control+Enter')
  const panel = page.getByRole('complementary')
  await expect(panel).toContainText(subject)
  await tabTo(desk, panel.getByRole('button', { name: words.t('registers:openPage') }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^LEX-/u })).toBeVisible()
  return page.url().replace(/^.*\//u, '')
}

/** Opens the list of steps by its key and takes the first, the usual one. */
async function nextStep({ page, words }: Parkdesk): Promise<void> {
  await expect(page.getByRole('button', { name: words.t('workflow:all') })).toBeEnabled()
  await page.keyboard.press('F4')
  await expect(page.getByRole('dialog', { name: words.t('workflow:all') })).toBeVisible()
  await page.keyboard.press('1')
}

async function expectStage({ page, words }: Parkdesk, stage: string): Promise<void> {
  await expect(page.locator('.workflow-now')).toContainText(words.code('requestStage', stage))
}

/** Takes somebody from the list that an @ has opened. */
async function mention({ page }: Parkdesk, name: string): Promise<void> {
  const items = page.locator('.ant-mentions-dropdown-menu-item')
  await expect(items.filter({ hasText: name })).toBeVisible()
  const active = page.locator('.ant-mentions-dropdown-menu-item-active').filter({ hasText: name })
  const count = await items.count()
  for (let presses = 0; presses < count && (await active.count()) === 0; presses += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Takes a paper from missing to accepted, one press after the other. */
async function acceptPaper(desk: Parkdesk, name: string): Promise<void> {
  const { page, words } = desk
  const button = (status: string) =>
    page.getByRole('button', {
      name: words.t('checklists:actOf', { name, act: words.t(`checklists:act.${status}`) }),
      exact: true,
    })
  for (const status of ['requested', 'received', 'checked', 'accepted']) {
    await tabTo(desk, button(status))
    await page.keyboard.press('Enter')
    await expect(button(status)).toBeHidden()
  }
}

for (const language of ['ru', 'zh'] as const) {
  test(`a legal consultation goes from intake to archive by the keyboard alone, in ${language}`, async ({
    desk,
  }) => {
    // Every press of a key by itself: some hundred of them.
    test.slow()
    const parkdesk = await desk.open({ park: language, language })
    const { page, words } = parkdesk
    const id = await takeIn(parkdesk, 'Договор аренды 租赁合同')
    await expectStage(parkdesk, 'accepted')
    await nextStep(parkdesk)
    await expectStage(parkdesk, 'conflict_checked')

    await nextStep(parkdesk)
    const asked = page.getByRole('dialog')
    await expect(asked.getByText(words.t('workflow:needed'))).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(asked.getByText(words.t('errors:required'))).toBeVisible()
    await page.keyboard.type('Петрова 李')
    await page.keyboard.press('Enter')
    await expectStage(parkdesk, 'assigned')

    await tabTo(parkdesk, page.getByLabel(words.t('comments:write')))
    await page.keyboard.type('Ждём доверенность @')
    await mention(parkdesk, 'Петрова 李')
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.comments-text').first()).toContainText('Ждём доверенность @Петрова 李')

    await tabTo(parkdesk, page.getByRole('button', { name: words.t('links:add') }))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: words.t('links:addTitle') })
    const search = dialog.getByLabel(words.t('links:search'))
    await tabTo(parkdesk, search)
    const packed = await parkdesk.call<PackedPage<RequestRow>>('requests.page', {
      limit: 1,
      filter: { view: 'closed' },
    })
    const other = unpackPage(packed).rows[0]?.reference ?? ''
    await page.keyboard.type(other)
    await expect(dialog.locator('.links-current')).toContainText(other)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('link', { name: other })).toBeVisible()

    await nextStep(parkdesk)
    await expectStage(parkdesk, 'in_work')
    await nextStep(parkdesk)
    await expectStage(parkdesk, 'opinion_issued')
    await nextStep(parkdesk)
    await expect(asked.getByText(words.t('workflow:openItems', { count: 5 }))).toBeVisible()
    await page.keyboard.press('Escape')
    const papers = await parkdesk.call<ChecklistOf>('checklists.of', { requestId: id })
    for (const item of papers.checklist?.items ?? [])
      if (item.need === 'required') await acceptPaper(parkdesk, item.name[language])
    await expect(page.getByText(words.t('checklists:complete'))).toBeVisible()

    await nextStep(parkdesk)
    await expectStage(parkdesk, 'completed')
    await nextStep(parkdesk)
    await expectStage(parkdesk, 'archived')
    const row = await parkdesk.call<RequestRow>('requests.get', { id })
    expect(row).toMatchObject({ status: 'closed', stage: 'archived', officer: 'Петрова 李' })
    expect(row.closedAt).not.toBeNull()
  })
}
