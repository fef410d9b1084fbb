import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '@shared/features/imports/cell'
import { firstProblem } from '@shared/features/imports/check-row'
import { rejectReasons } from '@shared/features/imports/import'
import { rowJudge, type Lookups } from '@shared/features/imports/judge-row'
import { mapColumns } from '@shared/features/imports/map-columns'
import { rowReader } from '@shared/features/imports/parse-row'
import type { AnyValues, RegisterName } from '@shared/kernel/registers'

const tenant = '0192f0aa-0000-7000-8000-000000000001'
const habits = { decimalComma: false, timeZone: 'Asia/Almaty', serialDates: true }

function judgeOf(
  register: RegisterName,
  headings: readonly string[],
  stored?: AnyValues,
  decimalComma = false,
) {
  const lookups: Lookups = {
    tenantId: (text) => (text === 'Acme' ? tenant : undefined),
    storedRow: () => (stored === undefined ? undefined : { id: 'stored', values: stored }),
  }
  const reader = rowReader(register, headings, mapColumns(register, headings), { ...habits, decimalComma })
  return rowJudge(register, reader, lookups)
}

const requestHeadings = ['Ref', 'Type', 'Tenant', 'Received', 'Closed', 'Gross weight, kg', 'Status']
const good: readonly Cell[] = ['R-1', 'customs', 'Acme', '2026-03-01 10:00', null, '12,085.90', null]
const withCell = (index: number, cell: Cell, ...more: [number, Cell][]) =>
  good.map((kept, at) => new Map([[index, cell], ...more]).get(at) ?? (at === index ? cell : kept))

describe('a request', () => {
  test('is taken with its defaults, local time and units', () => {
    expect(judgeOf('requests', requestHeadings)(good)).toEqual({
      kind: 'created',
      warning: null,
      values: {
        reference: 'R-1',
        type: 'customs',
        tenantId: tenant,
        receivedAt: Date.UTC(2026, 2, 1, 5),
        grossWeight: 12_085_900,
        status: 'new',
        priority: 'normal',
      },
    })
  })

  test.each([
    ['missing_required', withCell(0, '  \u00a0')],
    ['missing_required', withCell(0, null, [3, 'yesterday'])],
    ['invalid_date', withCell(3, '2024-13-32', [5, 'heavy'])],
    ['invalid_date', withCell(3, '3/4/2024')],
    ['invalid_number', withCell(5, 'heavy', [1, 'no such type'])],
    ['out_of_range', withCell(5, '-5', [4, '2026-02-01'])],
    ['out_of_range', withCell(0, 'R'.repeat(65))],
    ['inconsistent_dates', withCell(4, '2026-02-01', [1, 'no such type'])],
    ['unknown_value', withCell(1, 'no such type', [2, 'Nobody'])],
    ['unknown_value', withCell(6, 'no such status')],
    ['unknown_reference', withCell(2, 'Nobody')],
  ])('is refused: %s', (reason, cells) => {
    expect(judgeOf('requests', requestHeadings)(cells)).toMatchObject({
      kind: 'rejected',
      problem: { reason },
    })
  })

  test('a reference may stand once in a file, whatever its case and width', () => {
    const judge = judgeOf('requests', requestHeadings)
    expect(judge(good).kind).toBe('created')
    const again = judge(withCell(0, ' ｒ－1 '))
    expect(again).toEqual({ kind: 'rejected', problem: { reason: 'duplicate', field: 'reference' } })
  })

  test('a refused row does not make the right one below it a duplicate', () => {
    const judge = judgeOf('requests', requestHeadings)
    expect(judge(withCell(3, 'yesterday')).kind).toBe('rejected')
    expect(judge(good).kind).toBe('created')
  })

  test('is closed when the file says when and not that', () => {
    const verdict = judgeOf('requests', requestHeadings)(withCell(4, '2026-03-02'))
    expect(verdict).toMatchObject({ values: { status: 'closed' } })
  })

  test('a failed check digit warns and does not refuse', () => {
    const judge = judgeOf('requests', [...requestHeadings, 'Container'])
    expect(judge([...good, 'CSQU3054384'])).toMatchObject({ kind: 'created', warning: 'container' })
    expect(judge([...withCell(0, 'R-2'), '52991320'])).toMatchObject({ kind: 'created', warning: null })
    expect(judge([...withCell(0, 'R-3'), '52991321'])).toMatchObject({
      kind: 'created',
      warning: 'container',
    })
  })
})

describe('a row that is stored already', () => {
  const stored = {
    reference: 'R-1',
    type: 'customs',
    tenantId: tenant,
    receivedAt: Date.UTC(2026, 2, 1, 5),
    grossWeight: 12_085_900,
    status: 'in_progress',
    priority: 'high',
  }

  test('is unchanged where nothing differs, empty cells and lacking columns included', () => {
    expect(judgeOf('requests', requestHeadings, stored)(good).kind).toBe('unchanged')
  })

  test('changes only what the file gives', () => {
    const verdict = judgeOf('requests', requestHeadings, stored)(withCell(6, '已办结'))
    expect(verdict).toMatchObject({ kind: 'updated', patch: { status: 'closed' } })
  })

  test('needs the columns a file does not have no more, but an empty cell of one it has', () => {
    expect(judgeOf('requests', ['Ref', 'Priority'], stored)(['R-1', 'low'])).toMatchObject({
      kind: 'updated',
      patch: { priority: 'low' },
    })
    expect(judgeOf('requests', ['Ref', 'Type'], stored)(['R-1', null])).toMatchObject({
      kind: 'rejected',
      problem: { reason: 'missing_required' },
    })
  })

  test('is checked together with what stays: a close before the stored receipt contradicts it', () => {
    expect(judgeOf('requests', ['Ref', 'Closed'], stored)(['R-1', '2026-02-01'])).toMatchObject({
      kind: 'rejected',
      problem: { reason: 'inconsistent_dates' },
    })
  })
})

describe('a tenant', () => {
  test('takes its name from a name in any language where the file has no other', () => {
    const verdict = judgeOf('tenants', ['Name in Russian', 'Country'])(['ООО «Ёлка»', 'Россия'])
    expect(verdict).toMatchObject({ kind: 'created', values: { name: 'ООО «Ёлка»', country: 'RU' } })
  })

  test('needs its name where the file has a column for it', () => {
    const judge = judgeOf('tenants', ['Name', 'Name in Russian'])
    expect(judge([null, 'ООО «Ёлка»'])).toMatchObject({
      problem: { reason: 'missing_required', field: 'name' },
    })
  })

  test('is no duplicate for a name in another language', () => {
    const judge = judgeOf('tenants', ['Name', 'Name in Russian'])
    expect(judge(['甲公司', 'ООО «Ёлка»']).kind).toBe('created')
    expect(judge(['乙公司', 'ООО «Ёлка»']).kind).toBe('created')
    expect(judge(['甲公司', 'ООО «Сосна»'])).toMatchObject({
      problem: { reason: 'duplicate', field: 'name' },
    })
  })

  test('cannot have more local employees than employees', () => {
    const judge = judgeOf('tenants', ['Name', 'Employees', 'Local employees'])
    expect(judge(['A', 10, 11])).toMatchObject({
      problem: { reason: 'out_of_range', field: 'localEmployees' },
    })
    expect(judge(['A', 10, 10]).kind).toBe('created')
  })

  test('is not renamed by a file in another language', () => {
    const stored = { name: '甲公司', nameRu: 'ООО «Ёлка»', country: 'CN' }
    const judge = judgeOf('tenants', ['Наименование', 'Страна'], stored)
    expect(judge(['ООО «Ёлка»', 'Китай']).kind).toBe('unchanged')
  })

  test('has amounts in the unit and currency of the heading', () => {
    const judge = judgeOf(
      'tenants',
      ['Наименование', 'Площадь, га', 'Арендная плата, тыс. руб.'],
      undefined,
      true,
    )
    expect(judge(['А', '1,5', '12,5'])).toMatchObject({
      values: { leasedArea: 150_000_000, rent: 1_250_000, rentCurrency: 'RUB' },
    })
  })
})

test('an incident of severity 9 is out of range; spreadsheet dates and numbers are read', () => {
  const headings = ['Ref', 'Category', 'Severity', 'Occurred', 'Loss', 'Currency']
  const when = { serial: 46_281.833_333_333_34, date1904: false }
  const judge = judgeOf('incidents', headings)
  expect(judge(['S-1', '网络安全', 9, when, 0, 'USD'])).toMatchObject({ problem: { reason: 'out_of_range' } })
  expect(judge(['S-1', '网络安全', 3, when, 833_865.850_000_000_1, 'USD'])).toMatchObject({
    values: { category: 'cyber', occurredAt: Date.UTC(2026, 8, 16, 15), loss: 83_386_585 },
  })
})

test('the reported reason is always the first of the order', () => {
  const problems = fc.array(
    fc.record({ reason: fc.constantFrom(...rejectReasons), field: fc.constant(null) }),
  )
  fc.assert(
    fc.property(problems, (found) => {
      const first = firstProblem(found)
      const earliest = rejectReasons.find((reason) => found.some((problem) => problem.reason === reason))
      expect(first?.reason).toBe(earliest)
    }),
  )
})
