import { describe, expect, test } from 'vitest'
import type { Page } from '@shared/contract/page'
import type { CodebookCount, CodeHit, CodeRow, KnownCode } from '@shared/features/codes/codes.contract'
import type { ShippedCode } from '@shared/features/codes/read-codebook'
import { storedCodes } from '../../../electron/features/codes/codes.repo'
import { mergeCodes } from '../../../electron/features/codes/merge'
import { all, sql } from '../../../electron/data/sql'
import { memoryPark } from '../../support/park'
import { bridge } from '../../support/router'

const office = {
  list: 'customsOffice',
  code: '55302',
  version: null,
  isNew: true,
  labels: { zh: '霍尔果斯海关', ru: 'Пост «Хоргос»', en: 'Khorgos post' },
  from: '2026-01-01',
  to: '2026-12-31',
}
const changeOf = (code: string, version: number | null, parts: object) => ({
  list: 'incoterm',
  code,
  version,
  isNew: false,
  labels: { zh: '货交承运人', ru: 'Франко-перевозчик', en: 'Free carrier' },
  from: null,
  to: null,
  ...parts,
})

describe('a code of the park’s own', () => {
  test('is offered while it is valid and readable for ever', async () => {
    const { ask, changed } = bridge(memoryPark())
    expect(await ask('codes.find', { list: 'customsOffice' })).toEqual([])
    expect(await ask('codes.save', office)).toMatchObject({ origin: 'own', version: 1, time: 'valid' })
    expect(changed).toContain('codes')
    const at = async (day: string) =>
      (await ask<readonly CodeHit[]>('codes.find', { list: 'customsOffice', text: '海关', at: day })).length
    expect([
      await at('2025-12-31'),
      await at('2026-01-01'),
      await at('2026-12-31'),
      await at('2027-01-01'),
    ]).toEqual([0, 1, 1, 0])
    const [known] = await ask<readonly KnownCode[]>('codes.labels', {
      list: 'customsOffice',
      codes: ['55302'],
      at: '2027-01-01',
    })
    expect(known).toMatchObject({ standing: 'listed', time: 'over', entry: { labels: office.labels } })
  })

  test('is found by word, pinyin, initials and stem at once', async () => {
    const { ask } = bridge(memoryPark())
    await ask('codes.save', office)
    for (const text of ['55', 'huoerguosi', 'hegs', '霍尔', 'хоргосом', 'khor']) {
      expect(await ask('codes.find', { list: 'customsOffice', text }), text).toHaveLength(1)
    }
  })

  test('of the goods nomenclature stands below its heading', async () => {
    const { ask } = bridge(memoryPark())
    const national = {
      list: 'hs',
      code: '1001 19 000 0',
      labels: { zh: null, ru: 'Пшеница твёрдая', en: null },
    }
    await ask('codes.save', { ...office, ...national, from: null, to: null })
    const page = await ask<Page<CodeRow>>('codes.page', { list: 'hs', cursor: '100119', limit: 2 })
    expect(page.rows.map(({ code }) => code)).toEqual(['1001190000', '100191'])
    const [known] = await ask<readonly KnownCode[]>('codes.labels', { list: 'hs', codes: ['1001190000'] })
    expect(known).toMatchObject({ standing: 'listed' })
  })

  test('that is wrong is refused with what is wrong and what is allowed, and nothing is stored', async () => {
    const db = memoryPark()
    const { fail } = bridge(db)
    const none = { zh: null, ru: null, en: null }
    expect((await fail('codes.save', { ...office, list: 'hs', code: '12345' })).fields).toEqual([
      { path: 'code', code: 'code_malformed', params: { code: '12345', example: '1001190000' } },
    ])
    expect((await fail('codes.save', { ...office, labels: none })).fields).toMatchObject([
      { path: 'labels', code: 'required' },
    ])
    expect(
      (await fail('codes.save', { ...office, labels: { ...none, en: '\u202e\u200b' } })).fields,
    ).toMatchObject([{ path: 'labels', code: 'required' }])
    expect((await fail('codes.save', { ...office, to: '2025-01-01' })).fields).toMatchObject([
      { path: 'to', code: 'inconsistent_dates' },
    ])
    expect((await fail('codes.save', { ...office, to: '2026-02-30' })).fields).toMatchObject([{ path: 'to' }])
    expect((await fail('codes.save', { ...office, list: 'incoterm', code: 'fca' })).fields).toEqual([
      { path: 'code', code: 'code_exists', params: { code: 'FCA' } },
    ])
    expect((await fail('codes.save', { ...office, isNew: false })).code).toBe('not_found')
    expect(storedCodes(db, 'customsOffice')).toEqual([])
  })
})

describe('a shipped code', () => {
  test('gets another label and days, and is hidden and brought back; all of it is logged', async () => {
    const db = memoryPark()
    const { ask } = bridge(db)
    const labels = { zh: '货交承运人', ru: 'Свободно у перевозчика', en: 'Free carrier' }
    expect(await ask('codes.save', changeOf('FCA', null, { labels, to: '2026-12-31' }))).toMatchObject({
      origin: 'changed',
      version: 1,
      labels,
      shipped: { labels: { ru: 'Франко-перевозчик' }, to: null },
    })
    expect(storedCodes(db, 'incoterm')).toMatchObject([{ zh: null, en: null, ru: labels.ru, dated: 1 }])
    await ask('codes.retire', { list: 'incoterm', code: 'FCA', version: 1 })
    expect(await ask('codes.find', { list: 'incoterm', text: 'FCA' })).toEqual([])
    const [known] = await ask<readonly KnownCode[]>('codes.labels', { list: 'incoterm', codes: ['FCA'] })
    expect(known).toMatchObject({ standing: 'listed', hidden: true, entry: { labels } })
    expect(await ask('codes.restore', { list: 'incoterm', code: 'FCA', version: 2 })).toMatchObject({
      labels,
    })
    expect(await ask('codes.find', { list: 'incoterm', text: 'FCA' })).toHaveLength(1)
    const log = all<{ line: string }>(
      db,
      sql`SELECT action || ' ' || record_id || ' ' || changes AS line FROM change_log WHERE register = 'codes' ORDER BY seq`,
    )
    expect(log.map(({ line }) => line)).toEqual([
      'updated incoterm/FCA {"nameRu":["Франко-перевозчик","Свободно у перевозчика"],"validTo":[null,"2026-12-31"]}',
      'updated incoterm/FCA {"hidden":[0,1]}',
      'updated incoterm/FCA {"hidden":[1,0]}',
    ])
  })

  test('goes back to what is shipped by its own labels, and a save without a change writes nothing', async () => {
    const db = memoryPark()
    const { ask } = bridge(db)
    await ask('codes.save', changeOf('FCA', null, {}))
    expect(storedCodes(db, 'incoterm')).toEqual([])
    await ask('codes.save', changeOf('FCA', null, { labels: { zh: '甲', ru: null, en: null } }))
    const back = await ask<CodeRow>('codes.save', changeOf('FCA', 1, {}))
    expect(back).toMatchObject({
      origin: 'shipped',
      version: 2,
      labels: { zh: '货交承运人', ru: 'Франко-перевозчик' },
    })
  })

  test('changed by somebody else meanwhile is not overwritten', async () => {
    const { ask, fail } = bridge(memoryPark())
    const labels = { zh: '甲', ru: 'А', en: 'A' }
    await ask('codes.save', changeOf('FCA', null, { labels }))
    expect((await fail('codes.save', changeOf('FCA', null, {}))).code).toBe('changed_meanwhile')
    expect((await fail('codes.retire', { list: 'incoterm', code: 'FCA', version: 7 })).code).toBe(
      'changed_meanwhile',
    )
    expect((await fail('codes.retire', { list: 'incoterm', code: 'ZZZ', version: null })).code).toBe(
      'not_found',
    )
  })
})

describe('a new version of the program', () => {
  const shipped = (code: string, en: string, parts: Partial<ShippedCode> = {}): ShippedCode => ({
    code,
    labels: { zh: null, ru: null, en },
    from: null,
    to: null,
    facts: {},
    words: '',
    parent: null,
    ...parts,
  })

  test('brings its codes and labels and leaves what the park has said', async () => {
    const db = memoryPark()
    const { ask } = bridge(db)
    await ask(
      'codes.save',
      changeOf('FCA', null, { labels: { zh: '甲', ru: null, en: null }, to: '2026-06-30' }),
    )
    await ask('codes.retire', { list: 'incoterm', code: 'EXW', version: null })
    await ask('codes.save', changeOf('XXA', null, { isNew: true, labels: { zh: null, ru: null, en: 'Own' } }))
    const stored = storedCodes(db, 'incoterm')
    const next = [
      shipped('FCA', 'Free carrier, newly worded', { from: '2030-01-01' }),
      shipped('EXW', 'Ex works'),
      shipped('NEW', 'A new term'),
      shipped('XXA', 'Now shipped, too'),
    ]
    const merged = new Map(mergeCodes('incoterm', next, stored).map((entry) => [entry.code, entry]))
    expect([...merged.keys()]).toEqual(['FCA', 'EXW', 'NEW', 'XXA'])
    expect(merged.get('FCA')).toMatchObject({
      labels: { zh: '甲', en: 'Free carrier, newly worded' },
      from: null,
      to: '2026-06-30',
    })
    expect(merged.get('EXW')).toMatchObject({ hidden: true, origin: 'shipped' })
    expect(merged.get('NEW')).toMatchObject({ hidden: false, origin: 'shipped' })
    expect(merged.get('XXA')).toMatchObject({ labels: { en: 'Own' }, origin: 'changed' })
    expect(storedCodes(db, 'incoterm')).toEqual(stored)
  })

  test('that does without a code leaves it readable where the park has changed it', async () => {
    const db = memoryPark()
    const { ask } = bridge(db)
    await ask('codes.save', changeOf('FCA', null, { labels: { zh: '甲', ru: null, en: null } }))
    expect(mergeCodes('incoterm', [], storedCodes(db, 'incoterm'))).toMatchObject([
      { code: 'FCA', labels: { zh: '甲' }, origin: 'own' },
    ])
  })
})

test('pages follow each other through a whole list, each code once', async () => {
  const { ask } = bridge(memoryPark())
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: Page<CodeRow> = await ask('codes.page', { list: 'hs', cursor, limit: 200 })
    seen.push(...page.rows.map(({ code }) => code))
    cursor = page.next
  } while (cursor !== null)
  expect(seen).toHaveLength(6957)
  expect(new Set(seen).size).toBe(6957)
  const found = await ask<Page<CodeRow>>('codes.page', { list: 'hs', text: 'пшеница', limit: 200 })
  expect(found.rows[0]?.code).toBe('1001')
})

test('lists are counted; views show what was changed and what is hidden', async () => {
  const { ask } = bridge(memoryPark())
  await ask('codes.save', office)
  await ask('codes.retire', { list: 'incoterm', code: 'FAS', version: null })
  const counts = await ask<readonly CodebookCount[]>('codes.lists')
  expect(counts.find(({ list }) => list === 'incoterm')).toMatchObject({ codes: 11, own: 0, hidden: 1 })
  expect(counts.find(({ list }) => list === 'customsOffice')).toMatchObject({ codes: 1, own: 1 })
  const codes = async (list: string, view: string) =>
    (await ask<Page<CodeRow>>('codes.page', { list, view, limit: 50 })).rows.map(({ code }) => code)
  expect(await codes('incoterm', 'hidden')).toEqual(['FAS'])
  expect(await codes('incoterm', 'all')).not.toContain('FAS')
  expect(await codes('customsOffice', 'own')).toEqual(['55302'])
})
