import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Headcount } from '@shared/features/tenants/tenant'
import { api, apiKey, useApiQuery } from '../../api/client'
import { useRights } from '../../api/session'
import { useFormat } from '../../i18n/format'
import { Card, IconButton, useNotify } from '../../ui'
import { DateInput, NumberInput } from '../../ui/form'

/** Dated returns of a tenant's employees; from its day on each replaces what was recorded before. */
export function Headcounts({ id }: { readonly id: string }) {
  const { t } = useTranslation('tenants')
  const notify = useNotify()
  const client = useQueryClient()
  const mayWrite = useRights().has('tenants.write')
  const { data } = useApiQuery('tenants', 'get', { id })
  const returns = [...(data?.headcounts ?? [])].sort((one, other) => other.asOf.localeCompare(one.asOf))
  const record = async (asOf: string, employees: number | null, localEmployees: number | null) => {
    try {
      await api.tenants.setHeadcount({ id, asOf, employees, localEmployees })
      await client.invalidateQueries({ queryKey: apiKey('tenants', 'get', { id }) })
      return true
    } catch (error) {
      notify.failed(error)
      return false
    }
  }
  const remove = async (gone: Headcount) => {
    if (!(await record(gone.asOf, null, null))) return
    notify.show({
      tone: 'neutral',
      text: t('headcount.removed'),
      action: {
        label: t('headcount.undo'),
        run: () => void record(gone.asOf, gone.employees, gone.localEmployees),
      },
    })
  }
  return (
    <Card title={t('headcount.title')}>
      {returns.length > 0 && (
        <Returns returns={returns} onRemove={mayWrite ? (gone) => void remove(gone) : undefined} />
      )}
      {returns.length === 0 && <p className="headcount-none">{t('headcount.none')}</p>}
      {mayWrite && <ReturnForm onRecord={record} />}
    </Card>
  )
}

type ReturnsProps = {
  readonly returns: readonly Headcount[]
  /** Undefined for whoever may not remove any. */
  readonly onRemove: ((gone: Headcount) => void) | undefined
}

function Returns({ returns, onRemove }: ReturnsProps) {
  const { t } = useTranslation('tenants')
  const format = useFormat()
  return (
    <table className="headcounts">
      <thead>
        <tr>
          <th scope="col">{t('headcount.asOf')}</th>
          <th scope="col">{t('headcount.employees')}</th>
          <th scope="col">{t('headcount.local')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('headcount.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {returns.map((each) => (
          <tr key={each.asOf}>
            <th scope="row">{format.date(each.asOf)}</th>
            <td>{format.integer(each.employees)}</td>
            <td>{format.integer(each.localEmployees)}</td>
            <td>
              {onRemove !== undefined && (
                <IconButton
                  icon={Trash2}
                  label={t('headcount.remove', { date: format.date(each.asOf) })}
                  onClick={() => onRemove(each)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const returnSchema = z
  .object({
    asOf: z.iso.date(),
    employees: z.coerce.number().int().min(0),
    local: z.coerce.number().int().min(0),
  })
  .refine(({ employees, local }) => local <= employees)

type FormProps = {
  readonly onRecord: (asOf: string, employees: number, local: number) => Promise<boolean>
}

function ReturnForm({ onRecord }: FormProps) {
  const { t } = useTranslation('tenants')
  const { dayOf } = useFormat()
  const id = useId()
  const [values, setValues] = useState(() => ({ asOf: dayOf(Date.now()), employees: '', local: '' }))
  const [wrong, setWrong] = useState(false)
  const record = async () => {
    const checked = returnSchema.safeParse({
      ...values,
      local: values.local || '0',
      employees: values.employees || '-1',
    })
    setWrong(!checked.success)
    if (!checked.success) return
    const { asOf, employees, local } = checked.data
    if (await onRecord(asOf, employees, local)) setValues({ ...values, employees: '', local: '' })
  }
  return (
    <form
      className="headcount-form"
      onSubmit={(event) => {
        event.preventDefault()
        void record()
      }}
    >
      <div>
        <label htmlFor={`${id}-day`}>{t('headcount.asOf')}</label>
        <DateInput id={`${id}-day`} value={values.asOf} onChange={(asOf) => setValues({ ...values, asOf })} />
      </div>
      <CountField
        id={`${id}-all`}
        label={t('headcount.employees')}
        value={values.employees}
        onChange={(employees) => setValues({ ...values, employees })}
      />
      <CountField
        id={`${id}-local`}
        label={t('headcount.local')}
        value={values.local}
        onChange={(local) => setValues({ ...values, local })}
      />
      <Button htmlType="submit">{t('headcount.record')}</Button>
      {wrong && <p role="alert">{t('headcount.wrong')}</p>}
    </form>
  )
}

type CountProps = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function CountField({ id, label, value, onChange }: CountProps) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <NumberInput id={id} scale={0} value={value} onChange={onChange} />
    </div>
  )
}
