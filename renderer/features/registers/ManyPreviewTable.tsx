import { useTranslation } from 'react-i18next'
import type { ManyPreview, PreviewRow } from '@shared/contract/many'
import { fieldLabel } from '@shared/kernel/field-labels'
import type { AnyValues, RegisterName } from '@shared/kernel/registers'
import { errorWords } from '../../i18n/errors'
import { fieldText } from '../../i18n/field-value'
import { useFormat } from '../../i18n/format'

type Props = {
  readonly register: RegisterName
  readonly preview: ManyPreview
  readonly values: AnyValues
}

/** What a change would do: in sum, and record by record. */
export function ManyPreviewTable({ register, preview, values }: Props) {
  const { t } = useTranslation('registers')
  const format = useFormat()
  const { total, changes, same, refused, rows } = preview
  const fields = Object.keys(values)
  const sums = [
    t('many.sum', { changes: format.integer(changes), total: format.integer(total) }),
    same > 0 ? t('many.same', { count: same }) : '',
    refused > 0 ? t('many.refused', { count: refused }) : '',
  ].filter((words) => words !== '')
  return (
    <section aria-label={t('many.title')} className="change-many-preview">
      <output>{sums.join(' · ')}</output>
      <div className="change-many-rows">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('many.record')}</th>
              {fields.map((field) => (
                <th key={field} scope="col">
                  {`${fieldLabel(register, field, format.language)}: ${t('many.now')}`}
                </th>
              ))}
              <th scope="col">{t('many.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} register={register} row={row} fields={fields} values={values} />
            ))}
          </tbody>
        </table>
      </div>
      {total > rows.length && (
        <p className="change-many-hint">{t('many.more', { count: total - rows.length })}</p>
      )}
    </section>
  )
}

type RowProps = {
  readonly register: RegisterName
  readonly row: PreviewRow
  readonly fields: readonly string[]
  readonly values: AnyValues
}

function Row({ register, row, fields, values }: RowProps) {
  const { t } = useTranslation('registers')
  const format = useFormat()
  const outcome = () => {
    if (row.kept === 'same') return t('many.keptSame')
    if (row.kept === null) {
      return fields.map((field) => fieldText(register, field, values, format) || t('nothing')).join(' · ')
    }
    const field = fieldLabel(register, row.kept.field, format.language)
    return t('many.cannot', { field, reason: errorWords({ path: row.kept.field, code: row.kept.code }) })
  }
  const tone = row.kept === null ? undefined : row.kept === 'same' ? 'same' : 'refused'
  return (
    <tr className={tone && `change-many-${tone}`}>
      <td>{row.label}</td>
      {fields.map((field) => (
        <td key={field}>{fieldText(register, field, row.before, format) || t('nothing')}</td>
      ))}
      <td>{outcome()}</td>
    </tr>
  )
}
