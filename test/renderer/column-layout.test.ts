import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chosenColumns,
  fittingColumns,
  layoutOf,
  movedColumn,
  withColumn,
} from '../../renderer/ui/register/column-layout'
import type { RegisterColumn } from '../../renderer/ui/register/types'

function column(field: string, importance: number, width = 100): RegisterColumn<unknown> {
  return { field, label: field, width, importance, sortable: false, text: () => '' }
}

const columns = [column('number', 1), column('subject', 2), column('type', 3), column('note', 0)]
const fieldsOf = (shown: readonly RegisterColumn<unknown>[]) => shown.map(({ field }) => field)

describe('the columns that are shown', () => {
  test('are the usual ones until somebody chooses', () => {
    expect(fieldsOf(chosenColumns(columns, null))).toEqual(['number', 'subject', 'type'])
  })

  test('are the chosen ones in their order, and those a layout does not know yet', () => {
    const layout = { columns: [{ field: 'note', width: 300 }], hidden: ['subject'] }
    const shown = chosenColumns(columns, layout)
    expect(fieldsOf(shown)).toEqual(['note', 'number', 'type'])
    expect(shown[0]?.width).toBe(300)
  })

  test('are again as before after one was hidden and shown', () => {
    const hidden = withColumn(columns, null, 'type', false)
    expect(fieldsOf(chosenColumns(columns, hidden))).toEqual(['number', 'subject'])
    const shown = withColumn(columns, hidden, 'type', true)
    expect(fieldsOf(chosenColumns(columns, shown))).toEqual(['number', 'subject', 'type'])
  })

  test('move by one place and no further than the beginning', () => {
    const once = movedColumn(columns, null, 'type', -1)
    expect(fieldsOf(chosenColumns(columns, once))).toEqual(['number', 'type', 'subject'])
    const first = movedColumn(columns, null, 'number', -1)
    expect(fieldsOf(chosenColumns(columns, first))).toEqual(['number', 'subject', 'type'])
  })
})

test('a layout names every column once, shown or hidden', () => {
  fc.assert(
    fc.property(fc.subarray([...columns]), (shown) => {
      const layout = layoutOf(columns, shown)
      const named = [...layout.columns.map(({ field }) => field), ...layout.hidden]
      expect(new Set(named).size).toBe(named.length)
      expect(fieldsOf(chosenColumns(columns, layout))).toEqual(fieldsOf(shown))
    }),
  )
})

describe('where there is little room', () => {
  test('the least important leaves first; what was added by hand stays longer', () => {
    expect(fieldsOf(fittingColumns(columns, 400))).toEqual(['number', 'subject', 'type', 'note'])
    expect(fieldsOf(fittingColumns(columns, 399))).toEqual(['number', 'subject', 'note'])
    expect(fieldsOf(fittingColumns(columns, 200))).toEqual(['number', 'subject'])
  })

  test('the indispensable stays, however little there is', () => {
    expect(fieldsOf(fittingColumns(columns, 10))).toEqual(['number'])
  })
})
