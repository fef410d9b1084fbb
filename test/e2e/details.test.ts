import type { Page } from 'playwright/test'
import type { Details } from '@shared/features/details/details.contract'
import type { ListName, PartName } from '@shared/features/details/part'
import { detailLabel } from './support/details-words'
import { expect, test } from './fixtures'
import { violations } from './pages/axe'
import { tabTo } from './pages/keyboard'
import { overflows } from './pages/layout'
import type { Parkdesk } from './support/parkdesk'

type Row = { readonly id: string; readonly reference: string; readonly version: number }

/** Takes in a request of a type through the bridge; answers it. */
async function takeIn(desk: Parkdesk, type: string): Promise<Row> {
  const [tenant] = await desk.call<{ id: string }[]>('tenants.lookup', { text: '', limit: 1 })
  const values = { type, tenantId: tenant?.id, subject: 'Details', receivedAt: Date.now() }
  return desk.call<Row>('requests.create', { values })
}

/** Goes to a request's page and from there to the form of its details, by keyboard. */
async function openForm(desk: Parkdesk, { id, reference }: Row, part: PartName): Promise<void> {
  const { page, words } = desk
  await desk.goto(`requests/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible()
  const card = page.getByRole('region', { name: words.t(`details:part.${part}`) })
  await tabTo(desk, card.getByRole('button', { name: words.t('details:edit') }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: words.t(`details:part.${part}`) })).toBeVisible()
}

const head = ({ page, words }: Parkdesk, part: PartName, field: string) =>
  page.getByLabel(detailLabel(words.language, part, field), { exact: true }).and(page.locator('input'))

function cell({ page, words }: Parkdesk, list: ListName, field: string, number: number) {
  const name = words.t('details:cell', { field: detailLabel(words.language, list, field), number })
  return page.getByLabel(name, { exact: true }).and(page.locator('input'))
}

/** Types into the cells of a line, one after the other; nothing for a cell that is passed over. */
async function typeCells(page: Page, texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    if (index > 0) await page.keyboard.press('Tab')
    if (text !== '') await page.keyboard.type(text)
  }
}

async function addLine(desk: Parkdesk, list: ListName): Promise<void> {
  const group = desk.page.locator('section', {
    has: desk.page.getByRole('button', { name: desk.words.t(`details:list.${list}`), exact: true }),
  })
  await tabTo(desk, group.getByRole('button', { name: desk.words.t('details:addLine') }))
  await desk.page.keyboard.press('Enter')
}

const contentOf = async (desk: Parkdesk, { id }: Row) =>
  (await desk.call<Details>('details.get', { id })).content

for (const language of ['zh', 'ru'] as const) {
  test(`a customs request gets a declaration with two goods by the keyboard alone, in ${language}`, async ({
    desk,
  }) => {
    const parkdesk = await desk.open({ park: language, language })
    const { page, words } = parkdesk
    const request = await takeIn(parkdesk, 'customs')
    await openForm(parkdesk, request, 'declaration')

    await tabTo(parkdesk, head(parkdesk, 'declaration', 'procedure'))
    await page.keyboard.type('4000000')
    await expect(head(parkdesk, 'declaration', 'previousProcedure')).toHaveValue('00')
    await tabTo(parkdesk, head(parkdesk, 'declaration', 'invoiceTotal'))
    await page.keyboard.type('3000')
    await tabTo(parkdesk, head(parkdesk, 'declaration', 'grossWeight'))
    await page.keyboard.type('700')

    await addLine(parkdesk, 'goodsLines')
    await expect(cell(parkdesk, 'goodsLines', 'description', 1)).toBeFocused()
    await typeCells(page, ['Подшипники 轴承', '8482109008', '10', 'NMB', '500', '480', '200', '2000'])
    await page.keyboard.press('Enter')
    await expect(cell(parkdesk, 'goodsLines', 'description', 2)).toBeFocused()
    await typeCells(page, ['Seals', '8484100009', '5', 'NMB', '300', '310', '200', '1000'])
    // Net above gross is said at once, with both figures, and does not get in.
    await expect(
      page.getByText(words.t('details:finding.netAboveGross', { gross: '300', net: '310' })),
    ).toBeVisible()
    await page.keyboard.press('Control+KeyS')
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(cell(parkdesk, 'goodsLines', 'netWeight', 2)).toBeFocused()
    await page.keyboard.press('Control+KeyA')
    await page.keyboard.type('290')
    await expect(page.getByText(/800.*700/u).first()).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { level: 1, name: request.reference, exact: true })).toBeVisible()

    const card = page.getByRole('region', { name: words.t('details:part.declaration') })
    await expect(card).toContainText('40\u00a000\u00a0000')
    await expect(card.getByRole('row')).toHaveCount(4)
    await expect(card).toContainText('8482109008')
    const content = await contentOf(parkdesk, request)
    expect(content?.head).toMatchObject({ procedure: '40', invoiceTotal: 300_000, currency: 'CNY' })
    expect(content?.lines['goodsLines']?.map(({ values }) => values)).toMatchObject([
      { hsCode: '8482109008', quantity: 10_000, grossWeight: 500_000, value: 200_000 },
      { hsCode: '8484100009', netWeight: 290_000, value: 100_000 },
    ])
    expect(await parkdesk.call('requests.get', { id: request.id })).toMatchObject({
      hsCode: '8482109008',
      grossWeight: 800_000,
      declaredValue: 300_000,
    })
    expect(await parkdesk.call('drafts.list')).toEqual([])
  })
}

test('a rail shipment gets three containers by the keyboard alone, and a wrong check digit is shown with the right one', async ({
  desk,
}) => {
  const parkdesk = await desk.open({ park: 'en', language: 'en' })
  const { page, words } = parkdesk
  const request = await takeIn(parkdesk, 'logistics')
  await openForm(parkdesk, request, 'shipment')
  await tabTo(parkdesk, head(parkdesk, 'shipment', 'transportDocument'))
  await page.keyboard.type('SMGS')
  await tabTo(parkdesk, head(parkdesk, 'shipment', 'documentNo'))
  await page.keyboard.type('30001234')
  await addLine(parkdesk, 'transportUnits')
  const number = (line: number) => cell(parkdesk, 'transportUnits', 'number', line)
  await expect(number(1)).toBeFocused()
  await page.keyboard.type('CSQU3054383')
  await page.keyboard.press('Enter')
  await expect(number(2)).toBeFocused()
  await page.keyboard.type('CSQU3054384')
  await expect(page.getByText(words.t('details:finding.checkDigit', { expected: '3' }))).toBeVisible()
  await page.keyboard.press('Control+KeyD')
  await expect(number(3)).toBeFocused()
  await page.keyboard.type('TGHU1234561')
  await page.keyboard.press('ArrowUp')
  await expect(number(2)).toBeFocused()
  await page.keyboard.type('MSKU0000005')
  await expect(page.getByText(words.t('details:finding.checkDigit', { expected: '3' }))).toBeHidden()
  await addLine(parkdesk, 'milestones')
  await page.keyboard.type('DEP')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: request.reference, exact: true })).toBeVisible()
  const content = await contentOf(parkdesk, request)
  expect(content?.lines['transportUnits']?.map(({ values }) => values['number'])).toEqual([
    'CSQU3054383',
    'MSKU0000005',
    'TGHU1234561',
  ])
  expect(content?.lines['milestones']?.map(({ values }) => values['milestone'])).toEqual(['DEP'])

  await page.keyboard.press('Control+KeyK')
  const find = page.getByRole('dialog', { name: words.t('search:title') })
  await expect(find).toBeVisible()
  await page.keyboard.type('msku0000005')
  await expect(find.getByRole('option', { name: new RegExp(`^${request.reference}`, 'u') })).toBeVisible()
})

test('nothing typed into details is lost: left, gone on with, and met by somebody else’s change', async ({
  desk,
}) => {
  const parkdesk = await desk.open({ park: 'ru', language: 'ru' })
  const { page, words } = parkdesk
  const request = await takeIn(parkdesk, 'legal')
  await openForm(parkdesk, request, 'matter')
  await tabTo(parkdesk, head(parkdesk, 'matter', 'counterparty'))
  await page.keyboard.type('ТОО «Шанырак»')
  await tabTo(parkdesk, page.getByRole('button', { name: words.t('forms:leave') }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(words.t('forms:kept'))).toBeVisible()

  await parkdesk.goto(`requests/${request.id}/details`)
  await expect(head(parkdesk, 'matter', 'counterparty')).toHaveValue('ТОО «Шанырак»')
  const theirs = { id: request.id, version: request.version, head: { lawyer: 'Ли Вэй' }, lines: {} }
  await parkdesk.call('details.saveMatter', theirs)
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: words.t('details:conflict.title') })
  await expect(dialog).toContainText('Ли Вэй')
  await expect(dialog).toContainText('ТОО «Шанырак»')
  await tabTo(parkdesk, dialog.getByRole('button', { name: words.t('details:conflict.back') }))
  await page.keyboard.press('Enter')
  await expect(head(parkdesk, 'matter', 'counterparty')).toHaveValue('ТОО «Шанырак»')
  await page.keyboard.press('Control+Enter')
  await tabTo(parkdesk, dialog.getByRole('button', { name: words.t('details:conflict.mine') }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: request.reference, exact: true })).toBeVisible()
  expect((await contentOf(parkdesk, request))?.head).toMatchObject({ counterparty: 'ТОО «Шанырак»' })
})

test('rows copied out of a spreadsheet become lines, and a line that was deleted comes back', async ({
  desk,
}) => {
  const parkdesk = await desk.open({ park: 'ru', language: 'ru' })
  const { page, words } = parkdesk
  const request = await takeIn(parkdesk, 'customs')
  await parkdesk.goto(`requests/${request.id}/details`)
  await addLine(parkdesk, 'goodsLines')
  const rows = ['Болты\t731815\t1 200,5\tKGM', 'Гайки\t731816\t800\tKGM', 'Шайбы\t731821\t50\tKGM']
  await cell(parkdesk, 'goodsLines', 'description', 1).evaluate((element, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, rows.join('\r\n'))
  await expect(page.getByText(words.t('details:pasted', { count: 3 }))).toBeVisible()
  await page.keyboard.press('Control+Delete')
  await expect(cell(parkdesk, 'goodsLines', 'description', 1)).toHaveValue('Гайки')
  await page.getByRole('button', { name: words.t('details:undo'), exact: true }).click()
  await page.keyboard.press('Control+KeyS')
  await expect(page.getByText(words.t('registers:saved')).first()).toBeVisible()
  const content = await contentOf(parkdesk, request)
  expect(content?.lines['goodsLines']?.map(({ values }) => values)).toMatchObject([
    { description: 'Болты', hsCode: '731815', quantity: 1_200_500, unit: 'KGM' },
    { description: 'Гайки' },
    { description: 'Шайбы', quantity: 50_000 },
  ])
})

/** A declaration with much in it, wrong numbers among it. */
async function declared(desk: Parkdesk): Promise<Row> {
  const request = await takeIn(desk, 'customs')
  const goods = (description: string, hsCode: string) => ({
    line: null,
    values: {
      description,
      hsCode,
      quantity: 12_345_678,
      unit: 'NMB',
      grossWeight: 24_000_500,
      value: 123_456_789,
      origin: 'GB',
    },
  })
  const head = {
    territory: 'RU',
    procedure: '40',
    declarant: '«Восточные подшипники» 东方轴承'.repeat(3),
    declarationNo: '10704010/310226/0001234',
    declaredAt: Date.now(),
    currency: 'CNY',
    invoiceTotal: 1,
    paymentCurrency: 'KZT',
    vat: 123_456_789,
  }
  const lines = { goodsLines: [goods('Подшипники 6205'.repeat(4), '8482109008'), goods('Seals', '84841')] }
  await desk.call('details.saveDeclaration', { id: request.id, version: request.version, head, lines })
  return request
}

for (const [language, theme] of [
  ['zh', 'light'],
  ['ru', 'dark'],
] as const) {
  test(`details are whole to read and to fill in, on narrow screens too, in ${language}`, async ({
    desk,
  }) => {
    const parkdesk = await desk.open({ park: language, language, theme })
    const { page, words } = parkdesk
    const { id } = await declared(parkdesk)
    for (const [width, height] of [
      [1366, 768],
      [1100, 700],
    ] as const) {
      await parkdesk.resize(width, height)
      await parkdesk.goto(`requests/${id}`)
      await expect(page.getByRole('region', { name: words.t('details:part.declaration') })).toContainText(
        '84841',
      )
      expect.soft(await overflows(parkdesk), `page at ${width}`).toEqual([])
      expect.soft(await violations(parkdesk), `page at ${width}`).toEqual([])
      await parkdesk.goto(`requests/${id}/details`)
      const row = page.getByRole('row').nth(1)
      await row.getByRole('button').first().click()
      await expect(cell(parkdesk, 'goodsLines', 'description', 1)).toBeFocused()
      // The goods stand in a box that scrolls by itself where the window is narrow.
      const inWindow = (await overflows(parkdesk)).filter((each) => !each.startsWith('across the edge'))
      expect.soft(inWindow, `form at ${width}`).toEqual([])
      expect.soft(await violations(parkdesk), `form at ${width}`).toEqual([])
    }
  })
}
