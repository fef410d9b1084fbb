import { Input } from 'antd'
import type { DecimalUnit, FieldSpec } from '@shared/kernel/field'
import type { Language } from '@shared/kernel/language'
import { useLanguage } from '../../i18n/language'
import { CodeField } from './CodeField'
import { CodePick } from './CodePick'
import { DateInput } from './DateInput'
import { NumberInput } from './NumberInput'
import { TenantPick } from './TenantPick'
import type { InputProps } from './input-props'

const units: Readonly<Record<DecimalUnit, Readonly<Record<Language, string>> | undefined>> = {
  m2: { zh: 'm²', ru: 'м²', en: 'm²' },
  m3: { zh: 'm³', ru: 'м³', en: 'm³' },
  kg: { zh: 'kg', ru: 'кг', en: 'kg' },
  percent: { zh: '%', ru: '%', en: '%' },
  none: undefined,
}

type Props = InputProps & {
  readonly spec: FieldSpec
  /** Nothing but the input: in a cell of a table. */
  readonly bare?: boolean
}

/** The input that fits a field. */
export function FieldInput({ spec, bare = false, ...props }: Props) {
  const { language } = useLanguage()
  switch (spec.kind) {
    case 'text':
      if (spec.codes !== undefined) return <CodeField {...props} bare={bare} list={spec.codes} />
      return <TextInput {...props} long={spec.long === true} maxLength={spec.maxLength} />
    case 'choice':
      return <CodePick {...props} list={spec.list} />
    case 'code':
      return <CodeField {...props} bare={bare} list={spec.list} />
    case 'tenant':
      return <TenantPick {...props} />
    case 'date':
      return <DateInput {...props} />
    case 'instant':
      return <DateInput {...props} withTime />
    case 'decimal':
      return <NumberInput {...props} scale={spec.scale} unit={units[spec.unit]?.[language]} />
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
