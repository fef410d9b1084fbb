import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SearchAnswer } from '@shared/features/search/search.contract'
import type { Details } from '@shared/features/details/details.contract'
import { contentBefore } from '@shared/features/details/changes'
import { emptyContent, type PartContent } from '@shared/features/details/part'
import { partNames, parts } from '@shared/features/details/parts'
import type { HistoryEntry } from '@shared/features/history/history.contract'
import type { Page } from '@shared/contract/page'
import { rights } from '@shared/contract/rights'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import { readPart, saveDetails } from '../../../electron/features/details'
import { columnOf } from '../../../electron/data/records'
import { all, get, inTransaction, run, sql, type WritableDb } from '../../../electron/data/sql'
import { verifyDatabase } from '../../../electron/features/storage'
import { addRequest, addTenant, memoryPark, testNow, testWrite } from '../../support/park'
import { bridge } from '../../support/router'
import { soundContent } from './contents'

function request(db: WritableDb, type: string): { readonly id: string; readonly version: number } {
  return { id: addRequest(db, addTenant(db), { type }), version: 1 }
}

const goods = (values: object) => ({ line: null, values: { description: 'Bearings', ...values } })

const everyRight = new Set(rights)

describe.each(partNames)('a stored %s', (part) => {
  const spec = parts[part]

  test('is read as it was saved, and an undo by the log brings back what was there', () => {
    fc.assert(
      fc.property(soundContent(spec), soundContent(spec), (first, second) => {
        const db = memoryPark()
        const { id } = request(db, spec.type)
        const put = (given: PartContent) =>
          inTransaction(db, () => saveDetails(db, { id, part, version: null, given }, everyRight, testWrite))
        put(first)
        expect(readPart(db, spec, id) ?? emptyContent(spec)).toEqual(first)
        put(second)
        expect(readPart(db, spec, id) ?? emptyContent(spec)).toEqual(second)
        const log = get<{ changes: string }>(
          db,
          sql`SELECT changes FROM change_log WHERE record_id = ${id} ORDER BY seq DESC LIMIT 1`,
        )
        const changes = JSON.parse(log?.changes ?? '{}') as HistoryEntry['changes']
        put(contentBefore(spec, second, changes))
        expect(readPart(db, spec, id) ?? emptyContent(spec)).toEqual(first)
        expect(verifyDatabase(db)).toEqual({ ok: true, problems: [] })
      }),
      { numRuns: 25 },
    )
  })

  test('has a column for every declared field and no other', () => {
    const db = memoryPark()
    const columns = (table: string) =>
      all<{ name: string }>(db, sql`SELECT name FROM pragma_table_info(${table})`).map(({ name }) => name)
    expect(columns(spec.table)).toEqual(['request_id', ...Object.keys(spec.head).map(columnOf)])
    for (const { table, fields } of spec.lists)
      expect(columns(table)).toEqual(['request_id', 'line', 'position', ...Object.keys(fields).map(columnOf)])
  })
})

test('a declaration with its goods is one change of its request: version, register and log', async () => {
  const db = memoryPark()
  const { ask, changed } = bridge(db)
  const { id, version } = request(db, 'customs')
  const saved = await ask<Details>('details.saveDeclaration', {
    id,
    version,
    head: { procedure: '40', currency: 'USD', borderPoint: 'Khorgos' },
    lines: {
      goodsLines: [goods({ hsCode: '848210', grossWeight: 1000, value: 500 }), goods({ value: 700 })],
    },
  })
  expect(saved.version).toBe(2)
  expect(saved.content?.lines['goodsLines']?.map(({ line }) => line)).toEqual([1, 2])
  expect(changed).toContain('requests')
  expect(await ask<RequestRow>('requests.get', { id })).toMatchObject({
    version: 2,
    hsCode: '848210',
    declaredValue: 1200,
    currency: 'USD',
    borderPoint: 'Khorgos',
  })
  const { rows } = await ask<Page<HistoryEntry>>('history.ofRecord', { register: 'requests', id })
  expect(rows[0]?.changes).toMatchObject({
    hsCode: [null, '848210'],
    'declaration.procedure': [null, '40'],
    'goodsLines[1].grossWeight': [null, 1000],
    'goodsLines[2].value': [null, 700],
    'goodsLines.order': [null, '1,2'],
  })
})

test('a line that is removed leaves all its values in the log, and the others keep their numbers', async () => {
  const db = memoryPark()
  const { ask } = bridge(db)
  const { id } = request(db, 'customs')
  const save = (version: number, goodsLines: object[]) =>
    ask<Details>('details.saveDeclaration', { id, version, head: {}, lines: { goodsLines } })
  await save(1, [goods({ hsCode: '848210' }), goods({}), goods({})])
  await save(2, [
    { line: 3, values: {} },
    { line: 1, values: {} },
  ])
  const { rows } = await ask<Page<HistoryEntry>>('history.ofRecord', { register: 'requests', id })
  expect(rows[0]?.changes).toEqual({
    'goodsLines[2].description': ['Bearings', null],
    'goodsLines.order': ['1,2,3', '3,1'],
  })
  const added = await save(3, [{ line: 3, values: {} }, goods({}), { line: 1, values: {} }])
  expect(added.content?.lines['goodsLines']?.map(({ line }) => line)).toEqual([3, 4, 1])
})

test('saving what somebody else has changed meanwhile is refused, and nothing is lost of theirs', async () => {
  const db = memoryPark()
  const { ask, fail } = bridge(db)
  const { id } = request(db, 'legal')
  await ask('details.saveMatter', { id, version: 1, head: { lawyer: 'A' }, lines: {} })
  const failure = await fail('details.saveMatter', { id, version: 1, head: { lawyer: 'B' }, lines: {} })
  expect(failure.code).toBe('changed_meanwhile')
  expect((await ask<Details>('details.get', { id })).content?.head['lawyer']).toBe('A')
})

test('saving what is there already changes nothing', async () => {
  const db = memoryPark()
  const { ask } = bridge(db)
  const { id } = request(db, 'legal')
  const matter = { id, head: { lawyer: 'A' }, lines: {} }
  expect((await ask<Details>('details.saveMatter', { ...matter, version: 1 })).version).toBe(2)
  expect((await ask<Details>('details.saveMatter', { ...matter, version: 2 })).version).toBe(2)
})

test('contradictions, unknown values and a part of another type are refused beside their fields', async () => {
  const db = memoryPark()
  const { fail } = bridge(db)
  const customs = { ...request(db, 'customs'), head: {}, lines: { goodsLines: [] } }
  const refused = await fail('details.saveDeclaration', {
    ...customs,
    head: { releasedAt: 1, declaredAt: 2, declarationNo: 'x' },
    lines: { goodsLines: [goods({}), goods({ grossWeight: 1, netWeight: 2 })] },
  })
  expect(refused.fields).toMatchObject([
    { path: 'head.releasedAt', code: 'inconsistent_dates' },
    { path: 'lines.goodsLines.1.netWeight', code: 'out_of_range' },
  ])
  const unknown = { ...customs, lines: { goodsLines: [goods({ origin: 'ZZ' })] } }
  expect((await fail('details.saveDeclaration', unknown)).fields).toMatchObject([
    { path: 'lines.goodsLines.0.origin', code: 'unknown_value' },
  ])
  const nameless = { ...customs, lines: { goodsLines: [{ line: null, values: {} }] } }
  expect((await fail('details.saveDeclaration', nameless)).fields).toMatchObject([
    { path: 'lines.goodsLines.0.description', code: 'required' },
  ])
  const twice = { ...customs, lines: { goodsLines: [1, 1].map((line) => ({ ...goods({}), line })) } }
  expect((await fail('details.saveDeclaration', twice)).fields).toMatchObject([{ code: 'duplicate' }])
  expect((await fail('details.saveMatter', { ...customs, lines: {} })).code).toBe('invalid_input')
})

describe('a request is found by', () => {
  const find = async (db: WritableDb, text: string) =>
    (await bridge(db).ask<SearchAnswer>('search.find', { text, limit: 5 })).results.map(({ id }) => id)

  test('the number of its declaration, its invoice and its contract', async () => {
    const db = memoryPark()
    const { id, version } = request(db, 'customs')
    request(db, 'customs')
    const head = { declarationNo: '10704010/150326/0001234', declaredAt: testNow, invoiceNo: 'INV-2026/7' }
    await bridge(db).ask('details.saveDeclaration', { id, version, head, lines: { goodsLines: [] } })
    for (const text of ['10704010/150326/0001234', '0001234', 'inv-2026/7', 'INV20267'])
      expect(await find(db, text), text).toEqual([id])
  })

  test('its container, wagon and transport document, until they are taken out again', async () => {
    const db = memoryPark()
    const { ask } = bridge(db)
    const { id, version } = request(db, 'logistics')
    const unit = (kind: string, number: string) => ({ line: null, values: { kind, number } })
    const transportUnits = [unit('container', 'CSQU 305438-3'), unit('wagon', '52345677')]
    const lines = { transportUnits, cargoLines: [], milestones: [] }
    const shipment = { id, version, head: { documentNo: 'SMGS 30001234' }, lines }
    await ask('details.saveShipment', shipment)
    for (const text of ['CSQU3054383', 'csqu 3054383', '3054383', '52345677', '30001234'])
      expect(await find(db, text), text).toEqual([id])
    await ask('requests.update', { id, version: 2, values: { subject: 'Something else' } })
    expect(await find(db, '52345677')).toEqual([id])
    await ask('details.saveShipment', { ...shipment, version: 3, lines: { ...lines, transportUnits: [] } })
    expect(await find(db, '52345677')).toEqual([])
  })
})

test('a request of another kind carries nothing, and one in the bin is left alone', async () => {
  const db = memoryPark()
  const { ask, fail } = bridge(db)
  expect(await ask('details.get', { id: request(db, 'other').id })).toMatchObject({
    part: null,
    content: null,
  })
  const { id } = request(db, 'legal')
  await ask('requests.remove', { id, version: 1 })
  expect((await fail('details.saveMatter', { id, version: 2, head: {}, lines: {} })).code).toBe('not_found')
})

test('what hangs on a request goes with it when it is erased for good', async () => {
  const db = memoryPark()
  const { id, version } = request(db, 'logistics')
  const transportUnits = [{ line: null, values: { kind: 'container', number: 'CSQU3054383' } }]
  const lines = { transportUnits, cargoLines: [], milestones: [] }
  await bridge(db).ask('details.saveShipment', { id, version, head: {}, lines })
  run(db, sql`DELETE FROM requests WHERE id = ${id}`)
  for (const table of ['request_shipments', 'request_transport_units', 'request_texts'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0)
})

test('from “declared” on a declaration has its number and its time, where one is kept', async () => {
  const db = memoryPark()
  const { ask, fail } = bridge(db)
  const id = addRequest(db, addTenant(db), {
    type: 'customs',
    status: 'in_progress',
    stage: 'documents_ready',
    officer: 'Li Wei',
    direction: 'import',
  })
  const declare = async () => ({
    id,
    version: (await ask<Details>('details.get', { id })).version,
    kind: 'advance',
    to: 'declared',
  })
  const save = async (head: object) => {
    const { version } = await ask<Details>('details.get', { id })
    return ask('details.saveDeclaration', { id, version, head, lines: { goodsLines: [] } })
  }
  await save({ declarant: 'A' })
  expect((await fail('workflow.move', await declare())).code).toBe('declaration_incomplete')
  await save({ declarationNo: '55302/150326/0001234', declaredAt: testNow })
  await ask('workflow.move', await declare())
  expect(await ask<RequestRow>('requests.get', { id })).toMatchObject({ stage: 'declared' })
})

test('everything of a request’s details is looked up by the request, and nothing is walked', () => {
  const db = memoryPark()
  const tables = partNames.flatMap((part) => [
    parts[part].table,
    ...parts[part].lists.map(({ table }) => table),
  ])
  for (const table of [...tables, 'request_texts']) {
    const plan = db.prepare(`EXPLAIN QUERY PLAN SELECT * FROM ${table} WHERE request_id = ?`).all('x')
    expect(JSON.stringify(plan), table).toContain(`SEARCH ${table} USING PRIMARY KEY (request_id=?)`)
  }
})
