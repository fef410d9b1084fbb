import { useTranslation } from 'react-i18next'
import { codeLabel } from '@shared/kernel/code-lists'
import { useFormat } from '../../i18n/format'
import { Tag, useNow } from '../../ui'
import type { AnyRow } from '../registers'

/** Name, country and standing of a tenant. */
export function TenantHead({ row }: { readonly row: AnyRow }) {
  const { language } = useFormat()
  const country = row['country']
  return (
    <>
      <div className="record-tags">
        <StandingTag row={row} />
        {typeof country === 'string' && <Tag>{codeLabel('country', country, language)}</Tag>}
      </div>
      <h2 className="tenant-name">{row['name']}</h2>
      <OtherNames row={row} />
    </>
  )
}

function OtherNames({ row }: { readonly row: AnyRow }) {
  const names = ['nameZh', 'nameRu', 'nameEn']
    .map((field) => row[field])
    .filter((name) => name !== row['name'])
  const shown = names.filter((name) => typeof name === 'string')
  return shown.length === 0 ? null : <p className="record-note">{shown.join(' · ')}</p>
}

/** Whether a tenant is in the park today. */
export function StandingTag({ row }: { readonly row: AnyRow }) {
  const { t } = useTranslation('tenants')
  const format = useFormat()
  const today = format.dayOf(useNow())
  const { movedIn, movedOut, leaseEnd } = row
  if (typeof movedOut === 'string' && movedOut <= today) return <Tag>{t('standing.left')}</Tag>
  if (typeof movedIn !== 'string' || movedIn > today) return <Tag tone="accent">{t('standing.coming')}</Tag>
  if (typeof leaseEnd === 'string' && leaseEnd < today)
    return <Tag tone="attention">{t('standing.expired')}</Tag>
  return <Tag tone="good">{t('standing.active')}</Tag>
}
