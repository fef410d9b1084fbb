import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForm } from '../../renderer/ui/form/form-values'
import { rawValues, readRaw } from '../../renderer/ui/form/raw-values'
import { fieldEntries, fieldOf, registerNames } from '@shared/kernel/registers'

const zone = 'Asia/Almaty'

const empty = Object.fromEntries(fieldEntries('requests').map(([name]) => [name, '']))
const tenantId = '01a20332-a708-7122-82cb-052ce59294cb'
const request = { ...empty, type: 'customs', tenantId, receivedAt: '2026-10-21 02:14' }

function read(values: Readonly<Record<string, string>>) {
  return readForm('requests', { ...request, ...values }, empty, zone)
}

describe('a form', () => {
  test('stores times of the park as instants and amounts in minor units', () => {
    const { changed, problems } = read({ declaredValue: '1284500.5', currency: 'CNY', grossWeight: '12.345' })
    expect(problems).toEqual([])
    expect(changed).toEqual({
      type: 'customs',
      tenantId,
      receivedAt: Date.UTC(2026, 9, 20, 21, 14),
      declaredValue: 128_450_050,
      currency: 'CNY',
      grossWeight: 12_345,
    })
  })

  test('names what is missing, unreadable or out of range, field by field', () => {
    const { problems } = read({
      tenantId: '',
      dueAt: '31.02.2026',
      declaredValue: '12,x',
      container: 'x'.repeat(41),
    })
    expect(problems.map(({ path, code }) => [path, code])).toEqual([
      ['tenantId', 'required'],
      ['dueAt', 'invalid_date'],
      ['declaredValue', 'invalid_number'],
      ['container', 'too_long'],
      ['currency', 'required'],
    ])
  })

  test('leaves the number of a new request to the program', () => {
    expect(read({ reference: '', status: '', priority: '' }).problems).toEqual([])
  })

  test('empties a field that was emptied', () => {
    const before = { ...request, note: 'call back' }
    expect(readForm('requests', { ...before, note: '' }, before, zone).changed).toEqual({ note: null })
  })

  test('keeps the seconds of a time nobody touched', () => {
    const record = { receivedAt: Date.UTC(2026, 9, 20, 21, 14, 37), type: 'customs', tenantId }
    const before = rawValues('requests', record, zone)
    expect(readForm('requests', { ...before, subject: 'Import' }, before, zone).changed).toEqual({
      subject: 'Import',
    })
  })
})

test('what is stored comes back from a form as it was, to the minute', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...registerNames),
      fc.integer({ min: 0, max: 9_000_000_000_000 }),
      fc.integer({ min: -36_000_000, max: 120_000_000 }),
      (register, units, minutes) => {
        for (const [name, spec] of fieldEntries(register)) {
          if (spec.kind !== 'decimal' && spec.kind !== 'money' && spec.kind !== 'instant') continue
          const value = spec.kind === 'instant' ? minutes * 60_000 : units
          const raw = rawValues(register, { [name]: value }, 'UTC')[name] ?? ''
          expect(readRaw(register, name, spec, raw, 'UTC')).toEqual({ ok: true, value })
        }
      },
    ),
  )
})

test('a time with an offset of its own is taken as it says', () => {
  const spec = fieldOf('requests', 'dueAt')
  if (spec === undefined) throw new Error('no due time')
  const reading = readRaw('requests', 'dueAt', spec, '2026-10-21 10:00 +03:00', zone)
  expect(reading).toEqual({ ok: true, value: Date.UTC(2026, 9, 21, 7) })
})
