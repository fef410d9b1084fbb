import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { fieldLabel } from '@shared/kernel/field-labels'
import { fieldOf, hiddenFields, type RegisterName } from '@shared/kernel/registers'
import { codeMeaning, useCodeWords } from '../../api/code-words'
import { useRights } from '../../api/session'
import { useFormat } from '../../i18n/format'
import { Tag } from '../../ui'
import { fieldText } from '../../i18n/field-value'
import { fieldGroups } from './field-groups'
import type { AnyRow } from './record-api'

type Props = { readonly register: RegisterName; readonly row: AnyRow; readonly wide?: boolean }

/** The fields of a record that hold something, group by group, as label and value. */
export function Facts({ register, row, wide = false }: Props) {
  const { t } = useTranslation('registers')
  const hidden = hiddenFields(register, useRights())
  const isOpen = (field: string) => !hidden.includes(field) && isShown(register, field, row)
  const filled = fieldGroups(register)
    .map(({ key, fields }) => ({ key, fields: fields.filter(isOpen) }))
    .filter(({ fields }) => fields.length > 0)
  return (
    <div className={wide ? 'facts facts-wide' : 'facts'}>
      {filled.map(({ key, fields }) => (
        <section key={key} aria-label={t(`group.${key}`)}>
          <h3>{t(`group.${key}`)}</h3>
          <dl>
            {fields.map((field) => (
              <Fact key={field} register={register} field={field} row={row} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

/** The currency of an amount stands before the amount. */
function isShown(register: RegisterName, field: string, row: AnyRow): boolean {
  const spec = fieldOf(register, field)
  return row[field] !== null && !(spec?.kind === 'choice' && spec.list === 'currency')
}

type FactProps = { readonly register: RegisterName; readonly field: string; readonly row: AnyRow }

function Fact({ register, field, row }: FactProps) {
  const format = useFormat()
  const spec = fieldOf(register, field)
  const value = row[field]
  const text = fieldText(register, field, row, format)
  useCodeWords()
  const meaning =
    spec?.kind === 'text' && spec.codes !== undefined
      ? codeMeaning(spec.codes, text, format.language)
      : undefined
  return (
    <>
      <dt>{fieldLabel(register, field, format.language)}</dt>
      <dd className={spec?.kind === 'text' && spec.long ? 'facts-long' : undefined}>
        {spec?.kind === 'tenant' && typeof value === 'string' ? (
          <Link to="/tenants/$id" params={{ id: value }}>
            {text}
          </Link>
        ) : (
          text
        )}
        {meaning !== undefined && ` · ${meaning}`}
        <CheckMark field={field} row={row} />
      </dd>
    </>
  )
}

/** Where a number has a check digit: how it stands that check. */
function CheckMark({ field, row }: { readonly field: string; readonly row: AnyRow }) {
  const { t } = useTranslation('registers')
  const status =
    field === 'registrationNo'
      ? row['registrationStatus']
      : field === 'container'
        ? row['containerStatus']
        : null
  if (status !== 'error' && status !== 'ok') return null
  return (
    <>
      {' '}
      <Tag tone={status === 'ok' ? 'good' : 'attention'}>{t(`check.${status}`)}</Tag>
    </>
  )
}
