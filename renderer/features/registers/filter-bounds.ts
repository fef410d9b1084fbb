import type { Condition } from '@shared/contract/page'
import type { FieldSpec } from '@shared/kernel/field'
import type { Language } from '@shared/kernel/language'
import { fromScaledInteger, parseDecimal, toScaledInteger } from '@shared/kernel/parse-number'

type Bounds = { readonly from: string; readonly to: string }

/** Decimals of a number field's stored integer. */
function scaleOf(spec: FieldSpec): number {
  if (spec.kind === 'decimal') return spec.scale
  return spec.kind === 'money' ? 2 : 0
}

/** The least and the greatest number a condition accepts, as text. The stored end is the first that is not accepted. */
export function boundsOf(spec: FieldSpec, condition: Condition, language: Language): Bounds {
  const text = (value: string | number | undefined, shift: number) => {
    if (typeof value !== 'number') return ''
    const plain = fromScaledInteger(value + shift, scaleOf(spec))
    return language === 'ru' ? plain.replace('.', ',') : plain
  }
  return { from: text(condition.from, 0), to: text(condition.to, -1) }
}

/** The condition two bounds stand for; null while one of them is no number. */
export function conditionOfBounds(
  field: string,
  spec: FieldSpec,
  bounds: Bounds,
  language: Language,
): Condition | null {
  const from = units(bounds.from, spec, language)
  const to = units(bounds.to, spec, language)
  if (from === null || to === null) return null
  return {
    field,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to: to + 1 }),
  }
}

function units(text: string, spec: FieldSpec, language: Language): number | null | undefined {
  if (text.trim() === '') return undefined
  const reading = parseDecimal(text, { decimalComma: language === 'ru' })
  return reading.ok ? (toScaledInteger(reading.value, scaleOf(spec)) ?? null) : null
}
