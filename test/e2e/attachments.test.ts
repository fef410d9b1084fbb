import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unpackPage, type PackedPage } from '@shared/contract/page'
import type { Attachment } from '@shared/features/attachments/attachment'
import type { RegisterName } from '@shared/kernel/registers'
import { expect, test } from './fixtures'
import { AttachmentsCard } from './pages/attachments'
import { switchAccountsOn } from './support/accounts'
import type { Parkdesk } from './support/parkdesk'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n')
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const program = Buffer.from('4d5a90000300000004000000ffff0000', 'hex')

/** Opens the page of the first record of a register. */
async function openRecord(desk: Parkdesk, register: RegisterName): Promise<AttachmentsCard> {
  const packed = await desk.call<PackedPage<{ id: string }>>(`${register}.page`, { limit: 1 })
  const [row] = unpackPage(packed).rows
  await desk.goto(`${register}/${row?.id ?? ''}`)
  const card = new AttachmentsCard(desk)
  await expect(card.card).toBeVisible()
  return card
}

function files(folder: string, contents: Readonly<Record<string, Buffer | string>>): string[] {
  mkdirSync(folder, { recursive: true })
  return Object.entries(contents).map(([name, content]) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  })
}

/** Replaces what would start other programs; answers what they were asked to open since. */
async function recordOpening({ app }: Parkdesk): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ shell }) => {
    const asked: string[] = []
    Reflect.set(globalThis, 'asked', asked)
    const note = (what: string) => {
      asked.push(what)
      return Promise.resolve('')
    }
    shell.openPath = note
    shell.openExternal = (url) => note(url).then(() => undefined)
    shell.showItemInFolder = (path) => void note(path)
  })
  return () => app.evaluate(() => Reflect.get(globalThis, 'asked') as string[])
}

for (const [language, register] of [
  ['zh', 'requests'],
  ['ru', 'incidents'],
  ['en', 'tenants'],
] as const) {
  test(`files are attached, removed, taken back and saved, ${register} in ${language}`, async ({ desk }) => {
    const parkdesk = await desk.open({ park: language, language })
    const { page, words } = parkdesk
    const card = await openRecord(parkdesk, register)
    await expect(card.card.getByText(words.t('attachments:empty'))).toBeVisible()
    const names = ['Договор №7 合同.pdf', 'скан.png', 'злой.exe', 'not really.pdf']
    const [contract = '', scan = '', evil = '', lie = ''] = names
    const chosen = files(join(desk.folder, 'in'), {
      [contract]: pdf,
      [scan]: png,
      [evil]: program,
      [lie]: program,
    })
    await card.choose(chosen)
    await expect(card.item(contract)).toBeVisible()
    await expect(card.item(scan)).toBeVisible()
    await expect(page.getByText(words.t('attachments:added', { count: 2, name: contract }))).toBeVisible()
    await expect(page.getByRole('alert').filter({ hasText: evil })).toBeVisible()
    await expect(page.getByRole('alert').filter({ hasText: lie })).toBeVisible()
    await expect(card.items).toHaveCount(2)
    await card.closeNotices()

    await card.button('remove', scan).click()
    await expect(card.item(scan)).toBeHidden()
    await card.notice(words.t('attachments:removed', { name: scan }), words.t('attachments:undo'))
    await expect(card.item(scan)).toBeVisible()
    await card.button('remove', scan).click()
    await page.reload()
    await card.card.getByRole('button', { name: words.t('attachments:bin', { count: 1 }) }).click()
    await card.card.getByRole('button', { name: words.t('attachments:restoreOf', { name: scan }) }).click()
    await expect(card.item(scan)).toBeVisible()

    const target = join(desk.folder, 'copy.pdf')
    await parkdesk.answerSave(target)
    await card.button('save', contract).click()
    await expect(page.getByText(words.t('attachments:saved', { file: 'copy.pdf' }))).toBeVisible()
    expect(readFileSync(target)).toEqual(pdf)
  })
}

test('files are dropped on the card and pictures pasted', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'ru', language: 'ru' })
  const { page, words } = parkdesk
  const card = await openRecord(parkdesk, 'incidents')
  const paths = files(join(desk.folder, 'in'), { 'акт.pdf': pdf, 'фото.png': png })
  await card.drop(paths)
  await expect(card.item('акт.pdf')).toBeVisible()
  await expect(card.item('фото.png')).toBeVisible()
  // Another picture: the same content is attached once.
  const other = Buffer.concat([png, Buffer.from('x')]).toString('base64')
  await card.paste('image/png', other)
  const pictures = card.items.filter({
    hasText: words.t('attachments:pictureName', { day: '', time: '' }).trim(),
  })
  await expect(pictures).toHaveCount(1)
  await card.paste('image/png', other)
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(card.items).toHaveCount(3)
})

test('other programs are shown copies of what may be opened and nothing else', async ({ desk }) => {
  const leftOver = join(desk.folder, 'data', 'opened', 'old')
  const parkdesk = await desk.open({ park: 'en', language: 'en' })
  const { page, words } = parkdesk
  const asked = await recordOpening(parkdesk)
  const card = await openRecord(parkdesk, 'tenants')
  const bad = [
    'a.exe',
    'a.lnk',
    'a.desktop',
    'a.hta',
    'a.url',
    'a.js',
    'a.svg',
    'a.html',
    'a.docm',
    'a\u202Efdp.exe',
  ]
  const content = Object.fromEntries(bad.map((name) => [name, program]))
  await card.choose(
    files(join(desk.folder, 'bad'), { ...content, 'b.pdf': program, 'c.zip': 'javascript:alert(1)' }),
  )
  await expect(page.getByRole('alert').filter({ hasText: 'c.zip' })).toBeVisible()
  await card.closeNotices()
  await card.choose(files(join(desk.folder, 'good'), { 'a.pdf': pdf }))
  await expect(card.item('a.pdf')).toBeVisible()
  await expect(card.items).toHaveCount(1)
  expect(await asked()).toEqual([])

  await card.button('open', 'a.pdf').click()
  const dialog = page.getByRole('dialog', { name: words.t('attachments:confirm.title') })
  await dialog.getByRole('button', { name: words.t('attachments:confirm.cancel') }).click()
  await expect(dialog).toBeHidden()
  expect(await asked()).toEqual([])
  await card.button('open', 'a.pdf').focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: words.t('attachments:confirm.open') })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const [path = '', ...more] = await asked()
  expect(more).toEqual([])
  const opened = join(parkdesk.folders.data, 'opened')
  expect(path.startsWith(opened)).toBe(true)
  expect(path).toMatch(/attachment-[0-9a-f]{6}\.pdf$/)
  expect(readFileSync(path)).toEqual(pdf)
  expect(statSync(path).mode & 0o777).toBe(0o400)
  expect(statSync(opened).mode & 0o777).toBe(0o700)

  await parkdesk.close()
  expect(readdirSync(opened)).toEqual([])
  // What a crash left is gone at the next start.
  files(leftOver, { 'attachment-abcdef.pdf': pdf })
  const again = await desk.open({ language: 'en' })
  await expect.poll(() => existsSync(leftOver)).toBe(false)
  await openRecord(again, 'tenants')
})

test('copies other programs were shown go when the window is locked', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'en', language: 'en' })
  const card = await openRecord(parkdesk, 'tenants')
  await card.choose(files(join(desk.folder, 'in'), { 'a.pdf': pdf }))
  await expect(card.item('a.pdf')).toBeVisible()
  const recordId = new URL(parkdesk.page.url()).hash.split('/').at(-1) ?? ''
  const record = { register: 'tenants', recordId }
  const [attachment] = await parkdesk.call<Attachment[]>('attachments.list', record)
  await switchAccountsOn(parkdesk)
  await recordOpening(parkdesk)
  await parkdesk.call('attachments.open', { ...record, id: attachment?.id, jobId: crypto.randomUUID() })
  const opened = join(parkdesk.folders.data, 'opened')
  expect(readdirSync(opened)).toHaveLength(1)
  await parkdesk.call('accounts.lock')
  await expect.poll(() => readdirSync(opened)).toEqual([])
})

test('a file that is missing or damaged is marked, and the record stays usable', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'zh' })
  const { page, words } = parkdesk
  const card = await openRecord(parkdesk, 'requests')
  await card.choose(files(join(desk.folder, 'in'), { 'a.pdf': pdf, 'b.png': png }))
  await expect(card.items).toHaveCount(2)
  const folder = join(parkdesk.folders.data, 'attachments')
  const stored = readdirSync(folder).flatMap((part) =>
    readdirSync(join(folder, part)).map((name) => join(folder, part, name)),
  )
  for (const path of stored) {
    const content = readFileSync(path)
    if (content.equals(pdf)) writeFileSync(path, content.fill(0x20, 20, 24))
    else rmSync(path)
  }
  await recordOpening(parkdesk)
  await card.button('open', 'a.pdf').click()
  await page.getByRole('button', { name: words.t('attachments:confirm.open'), exact: true }).click()
  await expect(page.getByText(words.t('errors:attachment_damaged', { file: 'a.pdf' }))).toBeVisible()
  await expect(card.item('a.pdf').getByText(words.t('attachments:state.damaged'))).toBeVisible()
  await page.reload()
  await expect(card.item('a.pdf').getByText(words.t('attachments:state.damaged'))).toBeVisible()
  await expect(card.item('b.png').getByText(words.t('attachments:state.missing'))).toBeVisible()
  await expect(card.button('save', 'b.png')).toBeDisabled()
  await expect(page.getByRole('button', { name: words.t('registers:edit') })).toBeEnabled()
})
