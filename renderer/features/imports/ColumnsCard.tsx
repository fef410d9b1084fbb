import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FileInspection } from '@shared/features/imports/import'
import { fieldLabel } from '@shared/kernel/field-labels'
import { fieldEntries, type RegisterName } from '@shared/kernel/registers'
import { useLanguage } from '../../i18n/language'
import { Card, Tag } from '../../ui'
import { useClear } from '../../ui/form'
import { ProfileKeeper } from './ProfileKeeper'
import { missingFields } from './missing-fields'
import type { ImportState } from './use-import'

type Props = { readonly state: ImportState; readonly inspection: FileInspection }

/** Which column goes to which field, with values of the file beside it, and what is left out. */
export function ColumnsCard({ state, inspection }: Props) {
  const { t } = useTranslation('imports')
  const { register, profile } = inspection
  const { mapping, job, check } = state
  const missing = missingFields(register, mapping)
  return (
    <Card
      title={t('screen.columns')}
      extra={
        profile === null ? undefined : <Tag tone="good">{t('screen.profileUsed', { name: profile })}</Tag>
      }
    >
      <div className="import-columns">
        <ColumnTable state={state} inspection={inspection} />
      </div>
      <div className="import-foot">
        <LeftOut state={state} inspection={inspection} missing={missing} />
        <div className="import-actions">
          <ProfileKeeper register={register} inspection={inspection} mapping={mapping} />
          <Button
            type="primary"
            disabled={missing.length > 0}
            loading={job.running}
            onClick={() => void check()}
          >
            {t('screen.check')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function ColumnTable({ state, inspection }: Props) {
  const { t } = useTranslation('imports')
  const { mapping, mapColumn, job } = state
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('screen.column')}</th>
          <th scope="col">{t('screen.goesTo')}</th>
          <th scope="col">{t('screen.samples')}</th>
        </tr>
      </thead>
      <tbody>
        {inspection.columns.map(({ index, header, samples }) => (
          <tr key={index} className={mapping[String(index)] === undefined ? 'import-left' : undefined}>
            <th scope="row">{header === '' ? t('screen.noHeading', { number: index + 1 }) : header}</th>
            <td>
              <FieldPick
                register={inspection.register}
                label={t('screen.fieldOf', { column: header })}
                value={mapping[String(index)] ?? null}
                disabled={job.running}
                onChange={(field) => mapColumn(index, field)}
              />
            </td>
            <td className="import-samples">{samples.slice(0, 3).join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LeftOut({ state, inspection, missing }: Props & { readonly missing: readonly string[] }) {
  const { t } = useTranslation('imports')
  const { language } = useLanguage()
  const { register, columns } = inspection
  const left = columns.filter(
    ({ index, header }) => state.mapping[String(index)] === undefined && header !== '',
  )
  return (
    <>
      {missing.length > 0 && (
        <p role="alert" className="import-missing">
          {t('screen.missing', {
            fields: missing.map((field) => fieldLabel(register, field, language)).join(', '),
          })}
        </p>
      )}
      {left.length > 0 && (
        <p className="import-note">
          {t('screen.leftOut', { columns: left.map(({ header }) => header).join(', ') })}
        </p>
      )}
    </>
  )
}

type PickProps = {
  readonly register: RegisterName
  readonly label: string
  readonly value: string | null
  readonly disabled: boolean
  readonly onChange: (field: string | null) => void
}

function FieldPick({ register, label, value, disabled, onChange }: PickProps) {
  const { t } = useTranslation('imports')
  const clear = useClear()
  const { language } = useLanguage()
  const options = fieldEntries(register).map(([name]) => ({
    value: name,
    label: fieldLabel(register, name, language),
  }))
  return (
    <Select
      className="import-pick"
      aria-label={label}
      allowClear={clear}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('screen.notTaken')}
      disabled={disabled}
      value={value ?? undefined}
      options={options}
      onChange={(field: string | undefined) => onChange(field ?? null)}
    />
  )
}
