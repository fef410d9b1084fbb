import { Input } from 'antd'
import type { DecimalUnit, FieldSpec } from '@shared/kernel/field'
import { CodeField } from './CodeField'
import { CodePick } from './CodePick'
import { DateInput } from './DateInput'
import { NumberInput } from './NumberInput'
import { TenantPick } from './TenantPick'
import type { InputProps } from './input-props'

const units: Readonly<Record<DecimalUnit, string | undefined>> = {
  m2: 'm²',
  m3: 'm³',
  kg: 'kg',
  percent: '%',
  none: undefined,
}

/** The input that fits a field. */
export function FieldInput({ spec, ...props }: InputProps & { readonly spec: FieldSpec }) {
  switch (spec.kind) {
    case 'text':
      if (spec.codes !== undefined) return <CodeField {...props} list={spec.codes} />
      return <TextInput {...props} long={spec.long === true} maxLength={spec.maxLength} />
    case 'choice':
      return <CodePick {...props} list={spec.list} />
    case 'code':
      return <CodeField {...props} list={spec.list} />
    case 'tenant':
      return <TenantPick {...props} />
    case 'date':
      return <DateInput {...props} />
    case 'instant':
      return <DateInput {...props} withTime />
    case 'decimal':
      return <NumberInput {...props} scale={spec.scale} unit={units[spec.unit]} />
    case 'money':
      return <NumberInput {...props} scale={2} digits={2} />
    case 'integer':
      return <NumberInput {...props} scale={0} />
  }
}

type TextProps = InputProps & { readonly long: boolean; readonly maxLength: number }

function TextInput({ long, value, onChange, ...props }: TextProps) {
  if (long) {
    return (
      <Input.TextArea
        {...props}
        className="form-long"
        rows={3}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  return (
    <Input {...props} autoComplete="off" value={value} onChange={(event) => onChange(event.target.value)} />
  )
}
