import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldEntries, registerNames, type AnyValues } from '@shared/kernel/registers'
import { formatFor } from '../../renderer/i18n/format-values'
import { registerColumns } from '../../renderer/features/registers/columns'
import { shownFields } from '../../renderer/ui/register'
import type { FieldSpec, FieldValue } from '@shared/kernel/field'

/** A value as fields of a kind have it. */
function valueOf(spec: FieldSpec): fc.Arbitrary<FieldValue> {
  switch (spec.kind) {
    case 'date':
      return fc.constantFrom('2026-02-28', '2027-12-31')
    case 'text':
    case 'choice':
    case 'tenant':
      return fc.constantFrom('KZ', 'CNY', 'closed')
    default:
      return fc.integer({ min: 1, max: 9e11 })
  }
}

const format = formatFor('en', 'Asia/Almaty')

test.each(registerNames)('a column of %s needs no field that it does not read', (register) => {
  const columns = registerColumns(register, format, {})
  const row = fc
    .record(Object.fromEntries(fieldEntries(register).map(([field, spec]) => [field, valueOf(spec)])))
    .map((values): AnyValues => ({ ...values, tenantName: 'East Wind' }))
  fc.assert(
    fc.property(row, (values) => {
      for (const column of columns) {
        const fields = shownFields([{ ...column, importance: 1 }], null)
        const read = Object.fromEntries(fields.map((field) => [field, values[field] ?? null]))
        expect(column.text({ ...read, id: '1' })).toBe(column.text({ ...values, id: '1' }))
      }
    }),
    { numRuns: 50 },
  )
})
