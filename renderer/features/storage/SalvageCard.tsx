import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SalvagedTable, SalvagePreview } from '@shared/features/storage/storage'
import { api } from '../../api/client'
import { useJob } from '../../api/jobs'
import { useFormat } from '../../i18n/format'
import { ProgressLine, useNotify } from '../../ui'
import { AuthorityFields, givenAuthority } from './AuthorityFields'
import { useAuthority } from './use-authority'

/** Reads what can still be read of a damaged file, shows how much that is, and uses it. */
export function SalvageCard() {
  const { t } = useTranslation('storage')
  const job = useJob()
  const notify = useNotify()
  const { authority, setAuthority, asked, problem, attempt } = useAuthority()
  const [preview, setPreview] = useState<SalvagePreview | null>(null)
  const read = () =>
    attempt(async () => setPreview(await job.run((jobId) => api.storage.salvagePreview({ jobId }))))
  const use = () =>
    attempt(async () => {
      await job.run((jobId) => api.storage.salvage({ jobId, authority: givenAuthority(authority) }))
      notify.show({ tone: 'good', text: t('salvage.done') })
    })
  return (
    <section className="trouble-way">
      <h2>{t('salvage.title')}</h2>
      <p className="ui-words">{t('salvage.text')}</p>
      {preview !== null && <Salvaged tables={preview.tables} />}
      {preview !== null && (preview.needsAuthority || asked !== 'none') && (
        <AuthorityFields value={authority} onChange={setAuthority} keyOnly={false} />
      )}
      {problem !== null && (
        <p role="alert" className="ui-result ui-result-danger">
          {problem}
        </p>
      )}
      {job.running && <ProgressLine progress={job.progress} />}
      <div className="ui-actions">
        <Button disabled={job.running} onClick={() => void (preview === null ? read() : use())}>
          {t(preview === null ? 'salvage.read' : 'salvage.use')}
        </Button>
      </div>
    </section>
  )
}

const named = [
  'tenants',
  'requests',
  'incidents',
  'headcounts',
  'attachments',
  'accounts',
  'change_log',
] as const

/** The tables people know by their names, and the rest as one line. */
function rowsOf(tables: readonly SalvagedTable[]) {
  const rows = named.flatMap((name) => tables.find((table) => table.name === name) ?? [])
  const others = tables.filter(({ name }) => !named.some((known) => known === name))
  const sum = (key: 'read' | 'lost') => others.reduce((total, table) => total + table[key], 0)
  return [
    ...rows.map((table) => ({
      ...table,
      name: named.find((name) => name === table.name) ?? ('others' as const),
    })),
    { name: 'others' as const, read: sum('read'), lost: sum('lost') },
  ].filter(({ read, lost }) => read + lost > 0)
}

function Salvaged({ tables }: { readonly tables: readonly SalvagedTable[] }) {
  const { t } = useTranslation('storage')
  const format = useFormat()
  return (
    <>
      <table className="trouble-table">
        <thead>
          <tr>
            <th scope="col">{t('salvage.what')}</th>
            <th scope="col">{t('salvage.readRows')}</th>
            <th scope="col">{t('salvage.lostRows')}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(tables).map(({ name, read, lost }) => (
            <tr key={name}>
              <th scope="row">{t(`salvage.table.${name}`)}</th>
              <td className="numeric">{format.integer(read)}</td>
              <td className={lost === 0 ? 'numeric' : 'numeric trouble-lost'}>{format.integer(lost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="ui-words">{t('salvage.aside')}</p>
    </>
  )
}
