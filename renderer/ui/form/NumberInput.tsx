import { Input } from 'antd'
import type { ReactNode } from 'react'
import { parseDecimal, toScaledInteger } from '@shared/kernel/parse-number'
import { useFormat } from '../../i18n/format'
import type { InputProps } from './input-props'
import { useTextValue } from './use-text-value'

type Props = InputProps & {
  /** Decimals the number may have. */
  readonly scale: number
  /** Decimals it is shown with at least. */
  readonly digits?: number
  readonly unit?: ReactNode
}

/** A number typed in the way of the window's language; its value is the canonical decimal. */
export function NumberInput({ value, onChange, onBlur, scale, digits = 0, unit, ...rest }: Props) {
  const format = useFormat()
  const { text, type, settle } = useTextValue(
    value,
    onChange,
    (raw) => {
      const units = toScaledInteger(raw, scale)
      return units === undefined ? raw : format.decimal(units, scale, digits)
    },
    (typed) => {
      const reading = parseDecimal(typed, { decimalComma: format.language === 'ru' })
      return reading.ok ? reading.value : typed
    },
  )
  return (
    <Input
      {...rest}
      className="form-number"
      inputMode="decimal"
      autoComplete="off"
      suffix={unit}
      value={text}
      onChange={(event) => type(event.target.value)}
      onBlur={() => {
        settle()
        onBlur?.()
      }}
    />
  )
}
