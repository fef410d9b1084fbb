import type { Page } from 'playwright/test'
import { unpackPage, type PackedPage } from '@shared/contract/page'
import type { CodeHit } from '@shared/features/codes/codes.contract'
import type { ServiceRequest } from '@shared/features/requests/request'
import { languages } from '@shared/kernel/language'
import { expect, test } from './fixtures'
import type { Parkdesk } from './support/parkdesk'

const optionOf = (page: Page, code: string) =>
  page.locator('.ant-select-item-option:visible', { hasText: code }).first()

/** Types into the field that has the keyboard, waits for a code to be offered first, and takes it by Enter. */
async function take(page: Page, text: string, code: string): Promise<void> {
  await page.keyboard.type(text)
  await expect(page.locator('.ant-select-item-option:visible').first()).toContainText(code)
  await page.keyboard.press('Enter')
}

async function openList(parkdesk: Parkdesk, list: string): Promise<void> {
  const { page, words } = parkdesk
  await parkdesk.goto(`codes?list=${list}`)
  await expect(page.getByRole('heading', { name: words.t(`codes:list.${list}`), exact: true })).toBeVisible()
}

const typed = { zh: ['小麦', 'xiaomai'], ru: ['пшеница', 'пшеницы'], en: ['wheat', '1001'] } as const

for (const language of languages) {
  test(`a goods code is found by word from the keyboard alone, in ${language}`, async ({ desk }) => {
    const parkdesk = await desk.open({ park: 'empty', language })
    const { page, words } = parkdesk
    const { t } = words
    await openList(parkdesk, 'hs')
    const field = page.getByLabel(t('codes:try.label'))
    for (const text of typed[language]) {
      await field.focus()
      await page.keyboard.press('ControlOrMeta+a')
      await take(page, text, '1001')
      await expect(field).toHaveValue('1001')
      const [hit] = await parkdesk.call<readonly CodeHit[]>('codes.find', {
        list: 'hs',
        text: '1001',
        limit: 1,
      })
      await expect(page.locator('.code-search-note')).toContainText(hit?.labels[language] ?? '?')
    }
    // Enter at once after typing takes what fits the text, not what was offered before it.
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('8609')
    await page.keyboard.press('Enter')
    await expect(field).toHaveValue('8609')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('1001190012')
    await page.keyboard.press('Escape')
    await expect(field).toHaveValue('1001190012')
    await expect(page.locator('.code-search-note')).toContainText('100119')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('1001550012')
    await page.keyboard.press('Escape')
    await expect(page.locator('.code-search-note .form-warning')).toContainText('1001')
  })
}

test('the keys of an input method are its own', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'zh' })
  const { page, words } = parkdesk
  await openList(parkdesk, 'incoterm')
  const field = page.getByLabel(words.t('codes:try.label'))
  await field.focus()
  await page.keyboard.type('F')
  await expect(optionOf(page, 'FCA')).toBeVisible()
  for (const key of ['Enter', 'Escape']) {
    await field.dispatchEvent('keydown', { key, code: key, keyCode: 229, isComposing: true, bubbles: true })
  }
  await expect(optionOf(page, 'FCA')).toBeVisible()
  await expect(field).toHaveValue('F')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('FCA')
})

test('an administrator adds a customs office, changes, hides and brings back codes by keyboard', async ({
  desk,
}) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const { page, words } = parkdesk
  const { t } = words
  await parkdesk.goto('settings')
  await page.getByRole('button', { name: t('codes:open') }).press('Enter')
  await page.getByRole('button', { name: t('codes:list.customsOffice') }).press('Enter')
  await expect(page.getByText(t('codes:empty'))).toBeVisible()
  await page.getByRole('button', { name: t('codes:add') }).press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel(t('codes:column.code'))).toBeFocused()
  await page.keyboard.type('bad code!')
  await page.keyboard.press('Enter')
  await expect(
    dialog.getByText(t('errors:code_malformed', { code: 'BAD CODE!', example: '55302' })),
  ).toBeVisible()
  await dialog.getByLabel(t('codes:column.code')).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('55302')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(t('errors:required'))).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Khorgos post')
  await dialog.getByLabel('中文').focus()
  await page.keyboard.type('霍尔果斯海关')
  await dialog.getByLabel(t('codes:dialog.from')).focus()
  await page.keyboard.type('2020-01-01')
  await dialog.getByLabel(t('codes:dialog.to')).focus()
  await page.keyboard.type('2099-12-31')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const row = page.getByRole('row', { name: /55302/ })
  await expect(row).toContainText('Khorgos post')
  await expect(row).toContainText(t('codes:origin.own'))
  const field = page.getByLabel(t('codes:try.label'))
  await field.focus()
  await take(page, 'hegs', '55302')
  await expect(field).toHaveValue('55302')
  expect(await parkdesk.call('codes.find', { list: 'customsOffice', at: '2019-12-31' })).toEqual([])
  await row.getByRole('button', { name: t('codes:retire', { code: '55302' }) }).press('Enter')
  await expect(row).toBeHidden()
  await expect(page.locator('.code-search-note')).toContainText(t('codes:hidden'))
  await page.getByRole('button', { name: t('codes:undo') }).press('Enter')
  await expect(row).toBeVisible()
})

test('a request takes its goods code by word, says what it means and keeps any other text', async ({
  desk,
}) => {
  const parkdesk = await desk.open({ park: 'ru', language: 'ru' })
  const { page, words } = parkdesk
  const [row] = unpackPage(
    await parkdesk.call<PackedPage<ServiceRequest>>('requests.page', { limit: 1 }),
  ).rows
  await parkdesk.goto(`requests/${row?.id ?? ''}/edit`)
  const field = page.getByLabel(words.field('requests', 'hsCode'))
  await field.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await take(page, 'тракторы', '8701')
  await expect(field).toHaveValue('8701')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByText('8701 · Тракторы', { exact: false }).first()).toBeVisible()
  await parkdesk.goto(`requests/${row?.id ?? ''}/edit`)
  await field.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('87-?')
  await page.keyboard.press('Escape')
  await expect(field).toHaveValue('87-?')
  await expect(page.locator('.code-search-note')).toContainText(words.t('codes:pick.unknown'))
})
