import { describe, expect, test } from 'vitest'
import type { Page } from '@shared/contract/page'
import { rights, soleOperator, type Right } from '@shared/contract/rights'
import type { Details } from '@shared/features/details/details.contract'
import { parts } from '@shared/features/details/parts'
import type { HistoryEntry } from '@shared/features/history/history.contract'
import { readPart } from '../../../electron/features/details'
import { addRequest, addTenant, memoryPark } from '../../support/park'
import { bridge } from '../../support/router'

const goods = (values: object) => ({ line: null, values: { description: 'Bearings', ...values } })

describe('amounts', () => {
  const withoutAmounts = () => ({
    ...soleOperator(),
    rights: new Set(rights.filter((right): right is Right => right !== 'requests.finance')),
  })

  test('are neither shown to whoever may not see them nor emptied by their saving', async () => {
    const db = memoryPark()
    const id = addRequest(db, addTenant(db))
    const whole = { currency: 'USD', invoiceTotal: 12_345 }
    await bridge(db).ask('details.saveDeclaration', {
      id,
      version: 1,
      head: whole,
      lines: { goodsLines: [goods({ value: 12_345 })] },
    })
    const other = bridge(db, {}, withoutAmounts())
    const seen = await other.ask<Details>('details.get', { id })
    expect(JSON.stringify(seen)).not.toContain('12345')
    await other.ask('details.saveDeclaration', {
      id,
      version: 2,
      head: { declarant: 'Z' },
      lines: { goodsLines: [{ line: 1, values: { description: 'Bearings' } }] },
    })
    const stored = readPart(db, parts.declaration, id)
    expect(stored?.head).toMatchObject({ ...whole, declarant: 'Z' })
    expect(stored?.lines['goodsLines']?.[0]?.values).toMatchObject({ value: 12_345 })
    const history = await other.ask<Page<HistoryEntry>>('history.ofRecord', { register: 'requests', id })
    expect(JSON.stringify(history)).not.toContain('12345')
  })

  test('given by whoever may not see them are refused', async () => {
    const db = memoryPark()
    const id = addRequest(db, addTenant(db))
    const failure = await bridge(db, {}, withoutAmounts()).fail('details.saveDeclaration', {
      id,
      version: 1,
      head: { duty: 1 },
      lines: { goodsLines: [goods({ unitPrice: 1 })] },
    })
    expect(failure.fields).toMatchObject([
      { path: 'head.duty', code: 'not_allowed' },
      { path: 'lines.goodsLines.0.unitPrice', code: 'not_allowed' },
    ])
  })
})
