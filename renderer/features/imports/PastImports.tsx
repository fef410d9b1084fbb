import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportBatch } from '@shared/features/imports/import'
import { useApiQuery } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { Card, EmptyState, ErrorState, Skeleton, Tag } from '../../ui'
import { useUndo } from './use-undo'

/** The files taken in so far; each can be taken back as a whole. */
export function PastImports() {
  const { t } = useTranslation('imports')
  const query = useApiQuery('imports', 'batches', { limit: 50 })
  return (
    <Card title={t('screen.past')}>
      {query.isPending && <Skeleton lines={3} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <EmptyState title={t('screen.noPast')} text={t('screen.noPastText')} />}
      {query.data !== undefined && query.data.length > 0 && <BatchTable batches={query.data} />}
    </Card>
  )
}

function BatchTable({ batches }: { readonly batches: readonly ImportBatch[] }) {
  const { t } = useTranslation('imports')
  return (
    <div className="import-problems">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('screen.when')}</th>
            <th scope="col">{t('screen.file')}</th>
            <th scope="col">{t('screen.register')}</th>
            {(['created', 'updated', 'unchanged', 'rejected'] as const).map((key) => (
              <th key={key} scope="col" className="import-number">
                {t(`screen.count.${key}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('screen.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <BatchRow key={batch.id} batch={batch} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function BatchRow({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const undo = useUndo()
  const { id, register } = batch
  return (
    <tr>
      <td className="import-time">{format.instant(batch.at)}</td>
      <td>
        <Link to={`/${register}`} search={{ filter: { batchId: id } }}>
          {batch.fileName}
        </Link>
      </td>
      <td>{t(`screen.register.${register}`)}</td>
      <td className="import-number">{format.integer(batch.created)}</td>
      <td className="import-number">{format.integer(batch.updated)}</td>
      <td className="import-number">{format.integer(batch.unchanged)}</td>
      <td className="import-number">{format.integer(batch.rejected)}</td>
      <td className="import-number">
        {batch.undoneAt === null ? (
          <Button size="small" onClick={() => void undo(id)}>
            {t('screen.takeBack')}
          </Button>
        ) : (
          <Tag title={format.instant(batch.undoneAt)}>{t('screen.isTakenBack')}</Tag>
        )}
      </td>
    </tr>
  )
}
