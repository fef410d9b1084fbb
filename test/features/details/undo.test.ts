import { expect, test } from 'vitest'
import type { SearchAnswer } from '@shared/features/search/search.contract'
import type { Details } from '@shared/features/details/details.contract'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import type { UndoState } from '@shared/features/undo/undo.contract'
import { everyRight, soleOperator } from '@shared/contract/rights'
import { addRequest, addTenant, memoryPark } from '../../support/park'
import { bridge } from '../../support/router'

const goods = (description: string, value: number) => ({ line: null, values: { description, value } })

function desk() {
  const db = memoryPark()
  const id = addRequest(db, addTenant(db), { type: 'customs', goods: 'as in the workbook' })
  const { ask, fail } = bridge(db)
  const details = () => ask<Details>('details.get', { id })
  const next = async () => ask<UndoState>('undo.state')
  const save = async (input: object) => {
    const { version } = await details()
    return ask<Details>('details.saveDeclaration', {
      id,
      version,
      head: {},
      lines: { goodsLines: [] },
      ...input,
    })
  }
  const request = () => ask<RequestRow>('requests.get', { id })
  return { db, id, ask, fail, details, next, save, request }
}

test('a declaration that was saved is taken back whole and done again: lines, register and what it is found by', async () => {
  const { ask, details, next, save, request, id } = desk()
  const first = { currency: 'USD', invoiceNo: 'INV-1' }
  await save({ head: first, lines: { goodsLines: [goods('Bearings', 100), goods('Seals', 200)] } })
  const before = await details()
  await save({
    head: { invoiceNo: 'INV-2' },
    lines: { goodsLines: [{ line: 2, values: {} }, goods('Bolts', 300)] },
  })
  const after = await details()
  const found = async (text: string) =>
    (await ask<SearchAnswer>('search.find', { text, limit: 3 })).results.map((hit) => hit.id)

  await ask('undo.takeBack', { id: (await next()).undo?.id })
  expect((await details()).content).toEqual(before.content)
  expect(await request()).toMatchObject({ goods: 'Bearings', declaredValue: 300 })
  expect([await found('INV-1'), await found('INV-2')]).toEqual([[id], []])

  await ask('undo.doAgain', { id: (await next()).redo?.id })
  expect((await details()).content).toEqual(after.content)
  expect(await request()).toMatchObject({ goods: 'Seals', declaredValue: 500 })

  await ask('undo.takeBack', { id: (await next()).undo?.id })
  await ask('undo.takeBack', { id: (await next()).undo?.id })
  expect((await details()).content?.lines['goodsLines']).toEqual([])
  expect(await request()).toMatchObject({ goods: 'as in the workbook', declaredValue: null })
})

test('what somebody else has changed since is not taken back', async () => {
  const { db, id, fail, details, next, save } = desk()
  await save({ head: { declarant: 'A' } })
  const step = (await next()).undo?.id
  const other = bridge(db, {}, { ...soleOperator(), actor: 'Boris' })
  const { version } = await details()
  const theirs = { id, version, head: { declarant: 'B' }, lines: { goodsLines: [] } }
  await other.ask('details.saveDeclaration', theirs)
  expect((await fail('undo.takeBack', { id: step })).code).toBe('undo_overtaken')
  expect((await details()).content?.head['declarant']).toBe('B')
})

test('whoever may no longer see amounts does not take them back', async () => {
  const { db, details, next, save } = desk()
  await save({ head: { currency: 'USD', invoiceTotal: 100 } })
  const step = (await next()).undo?.id
  const rights = new Set([...everyRight].filter((right) => right !== 'requests.finance'))
  const failure = await bridge(db, {}, { ...soleOperator(), rights }).fail('undo.takeBack', { id: step })
  expect(failure.code).toBe('not_allowed')
  expect((await details()).content?.head['invoiceTotal']).toBe(100)
})
