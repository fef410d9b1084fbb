import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useApiQuery } from '../../api/client'
import { useJob } from '../../api/jobs'
import { useFormat } from '../../i18n/format'
import { Card, ProgressLine, useNotify } from '../../ui'

/** The sample park: taken out in one press where it is in, offered where the park is empty. */
export function SampleCard() {
  const { t } = useTranslation('storage')
  const sample = useApiQuery('storage', 'status', {}).data?.sample ?? null
  const counts = useApiQuery('overview', 'counts', {}).data
  const empty = counts?.tenants === 0 && counts.requestsOpen === 0 && counts.incidentsOpen === 0
  if (sample === null && !empty) return null
  return (
    <Card title={t('sample')}>
      <div className="ui-card-body">{sample === null ? <AddSample /> : <RemoveSample sample={sample} />}</div>
    </Card>
  )
}

type Sample = { readonly tenants: number; readonly requests: number; readonly incidents: number }

function RemoveSample({ sample }: { readonly sample: Sample }) {
  const { t } = useTranslation('storage')
  const format = useFormat()
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const numbers = {
    tenants: format.integer(sample.tenants),
    requests: format.integer(sample.requests),
    incidents: format.integer(sample.incidents),
  }
  const remove = async () => {
    setBusy(true)
    try {
      await api.storage.removeSample({})
      notify.show({ tone: 'good', text: t('sampleRemoved') })
    } catch (error) {
      notify.failed(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <p>{t('sampleIn', numbers)}</p>
      <p className="ui-quiet">{t('sampleStays')}</p>
      <div className="ui-actions">
        <Button loading={busy} onClick={() => void remove()}>
          {t('sampleRemove')}
        </Button>
      </div>
    </>
  )
}

function AddSample() {
  const { t } = useTranslation('storage')
  const notify = useNotify()
  const job = useJob()
  const add = async () => {
    await job.run((jobId) => api.storage.addSample({ jobId }))
    notify.show({ tone: 'good', text: t('sampleAdded') })
  }
  return (
    <>
      <p>{t('sampleOffer')}</p>
      <div className="ui-actions">
        <Button disabled={job.running} onClick={() => void add().catch(notify.failed)}>
          {t('sampleAdd')}
        </Button>
      </div>
      {job.running && (
        <ProgressLine progress={job.progress} onCancel={() => void job.cancel().catch(notify.failed)} />
      )}
    </>
  )
}
