import fc from 'fast-check'
import { codesOf } from '@shared/kernel/code-lists'
import { codeTableLengths, type FieldSpec, type FieldSpecs, type FieldValue } from '@shared/kernel/field'
import type { AnyValues } from '@shared/kernel/registers'
import type { PartContent, PartSpec } from '@shared/features/details/part'

const letters = fc.stringMatching(/^[A-Za-zА-я一-龥0-9]{1,12}$/u)

function valueOf(spec: FieldSpec): fc.Arbitrary<FieldValue> {
  switch (spec.kind) {
    case 'text':
      return letters.map((text) => text.slice(0, spec.maxLength))
    case 'code':
      return letters.map((text) => text.slice(0, codeTableLengths[spec.list]))
    case 'choice':
      return fc.constantFrom(...codesOf(spec.list))
    case 'date':
      return fc.constantFrom('2026-01-31', '2026-02-28', '2026-11-20')
    case 'instant':
      return fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 })
    case 'tenant':
      return fc.constant(null)
    default:
      return fc.integer({ min: 0, max: 1_000_000 })
  }
}

function valuesOf(specs: FieldSpecs): fc.Arbitrary<AnyValues> {
  const shape = Object.entries(specs).map(([field, spec]) => [
    field,
    spec.required === true ? valueOf(spec) : fc.option(valueOf(spec), { nil: null }),
  ])
  return fc.record(Object.fromEntries(shape) as Record<string, fc.Arbitrary<FieldValue>>)
}

/** Any content of a part, whatever the rules say of it. */
export function anyContent(part: PartSpec): fc.Arbitrary<PartContent> {
  const lists = part.lists.map(({ name, fields }) => [
    name,
    fc.uniqueArray(fc.record({ line: fc.integer({ min: 1, max: 9 }), values: valuesOf(fields) }), {
      selector: ({ line }) => line,
      maxLength: 5,
    }),
  ])
  const lines = fc.record(
    Object.fromEntries(lists) as Record<string, fc.Arbitrary<PartContent['lines'][string]>>,
  )
  return fc.record({ head: valuesOf(part.head), lines })
}

/** A content that contradicts itself nowhere: whatever a form would let through. */
export function soundContent(part: PartSpec): fc.Arbitrary<PartContent> {
  return anyContent(part).map(({ head, lines }) => ({
    head: Object.keys(head).length === 0 ? head : mendHead(head),
    lines: Object.fromEntries(
      Object.entries(lines).map(([name, all]) => [
        name,
        all.map(({ line, values }) => ({ line, values: mendWeights(values) })),
      ]),
    ),
  }))
}

function mendWeights(values: AnyValues): AnyValues {
  const { grossWeight: gross, netWeight: net } = values
  return typeof gross === 'number' && typeof net === 'number' && net > gross
    ? { ...values, netWeight: gross }
    : values
}

function mendHead(head: AnyValues): AnyValues {
  const declared = Number(head['declaredAt'] ?? 1_750_000_000_000)
  const put = (field: string, value: FieldValue) =>
    Object.hasOwn(head, field) ? { [field]: head[field] ?? value } : {}
  return {
    ...mendWeights(head),
    ...put('currency', 'CNY'),
    ...put('paymentCurrency', 'KZT'),
    ...put('declarationNo', 'N1'),
    ...(Object.hasOwn(head, 'declaredAt')
      ? { declaredAt: declared, releasedAt: head['releasedAt'] === null ? null : declared + 1 }
      : {}),
  }
}
