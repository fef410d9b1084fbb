import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '@shared/contract/result'
import type { FieldSpec } from '@shared/kernel/field'
import { fieldLabel } from '@shared/kernel/field-labels'
import { mustBeGiven } from '@shared/kernel/record-schema'
import type { RegisterName } from '@shared/kernel/registers'
import { errorWords } from '../../i18n/errors'
import { useLanguage } from '../../i18n/language'
import { FieldInput } from './FieldInput'
import { FormField } from './FormField'
import { identifierCheck } from './identifier-hint'
import type { RawValues } from './raw-values'

type Props = {
  readonly register: RegisterName
  readonly name: string
  readonly spec: FieldSpec
  readonly id: string
  readonly isNew: boolean
  readonly value: string
  readonly values: RawValues
  readonly problem: FieldProblem | undefined
  readonly onChange: (value: string) => void
  readonly onBlur: () => void
}

/** One field of a record's form. */
export function RecordField(props: Props) {
  const { register, name, spec, id, isNew, value, values, problem, onChange, onBlur } = props
  const { t } = useTranslation('forms')
  const { language } = useLanguage()
  const required = mustBeGiven(register, name, spec)
  const isNumbered = isNew && spec.required === true && !required
  return (
    <FormField
      id={id}
      label={fieldLabel(register, name, language)}
      required={required}
      error={problem === undefined ? undefined : errorWords(problem)}
      hint={
        hasCodes(spec) ? undefined : <IdentifierHint field={name} values={{ ...values, [name]: value }} />
      }
      wide={isWide(name, spec)}
    >
      <FieldInput
        spec={spec}
        id={id}
        value={value}
        onChange={onChange}
        onBlur={onBlur}
        status={problem === undefined ? undefined : 'error'}
        placeholder={isNumbered ? t('assigned') : undefined}
        aria-describedby={`${id}-note`}
        aria-invalid={problem !== undefined}
        aria-required={required}
      />
    </FormField>
  )
}

/** Whether the field says itself what its code means. */
const hasCodes = (spec: FieldSpec) => spec.kind === 'text' && spec.codes !== undefined

/** Names, subjects and long texts take the whole width; the rest stand two abreast. */
function isWide(name: string, spec: FieldSpec): boolean {
  return spec.kind === 'tenant' || (spec.kind === 'text' && (spec.maxLength >= 200 || name === 'subject'))
}

function IdentifierHint({ field, values }: { readonly field: string; readonly values: RawValues }) {
  const { t } = useTranslation('forms')
  const check = identifierCheck(field, values)
  if (check === undefined) return null
  if (check.problem === undefined) {
    return <span className="form-good">{t('check.ok')}</span>
  }
  return <span className="form-warning">{t(`check.${check.problem}`)}</span>
}
