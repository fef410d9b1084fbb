import { Button } from 'antd'
import { DatabaseZap, FolderX, MonitorOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StorageStatus } from '@shared/features/storage/storage'
import { api } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { errorWords } from '../../i18n/errors'
import { useNotify } from '../../ui'
import { RescueCard } from './RescueCard'
import { SalvageCard } from './SalvageCard'
import { isMendedByBackup, troubleKind, type TroubleKind } from './trouble-kinds'
import '../../ui/ui.css'
import './trouble.css'

const look = { size: 32, strokeWidth: 1.4, 'aria-hidden': true, className: 'ui-state-danger' } as const

function TroubleIcon({ kind }: { readonly kind: TroubleKind }) {
  if (kind === 'elsewhere') return <MonitorOff {...look} />
  return kind === 'notLocal' ? <FolderX {...look} /> : <DatabaseZap {...look} />
}

/** The data cannot be opened: what is wrong, that nothing was touched, and the ways on, the best one first. */
export function StorageTroublePage({ status }: { readonly status: StorageStatus }) {
  const { t } = useTranslation('storage')
  const failure = status.failure ?? { code: 'database_damaged' }
  const kind = troubleKind(failure.code)
  return (
    <main className="ui-window">
      <div className="ui-panel trouble">
        <header className="trouble-head">
          <TroubleIcon kind={kind} />
          <h1>{t(`trouble.title.${kind}`)}</h1>
        </header>
        <p role="alert">{errorWords(failure)}</p>
        <p className="ui-words">{t(`trouble.text.${kind}`)}</p>
        {kind === 'notLocal' && <MoveSteps folder={status.folder} />}
        <Facts status={status} />
        {isMendedByBackup(kind) && <RescueCard />}
        {kind === 'damaged' && <SalvageCard />}
        {kind === 'elsewhere' && <TakeOver since={Number(failure.params?.['silentSince'] ?? 0)} />}
        <TroubleActions />
      </div>
    </main>
  )
}

function Facts({ status }: { readonly status: StorageStatus }) {
  const { t } = useTranslation('storage')
  const format = useFormat()
  const { workstation = '', since = 0 } = status.failure?.params ?? {}
  return (
    <dl className="ui-facts">
      <div>
        <dt>{t('folder')}</dt>
        <dd>{status.folder}</dd>
      </div>
      {workstation !== '' && (
        <div>
          <dt>{t('workstation')}</dt>
          <dd>
            {t('trouble.openSince', { workstation: String(workstation), at: format.instant(Number(since)) })}
          </dd>
        </div>
      )}
    </dl>
  )
}

const steps = ['close', 'copy', 'start', 'keep'] as const

function MoveSteps({ folder }: { readonly folder: string }) {
  const { t } = useTranslation('storage')
  return (
    <ol className="trouble-steps">
      {steps.map((step) => (
        <li key={step}>{t(`trouble.move.${step}`, { folder })}</li>
      ))}
    </ol>
  )
}

/** Only where the other machine has long said nothing; who presses answers for its being off. */
function TakeOver({ since }: { readonly since: number }) {
  const { t } = useTranslation('storage')
  const format = useFormat()
  const notify = useNotify()
  if (since === 0) return null
  const takeOver = () => void api.storage.reopen({ takeOver: true }).catch(notify.failed)
  return (
    <section className="trouble-way">
      <h2>{t('trouble.takeOver')}</h2>
      <p className="ui-words">{t('trouble.takeOverText', { at: format.instant(since) })}</p>
      <div className="ui-actions">
        <Button onClick={takeOver}>{t('trouble.takeOver')}</Button>
      </div>
    </section>
  )
}

function TroubleActions() {
  const { t } = useTranslation('storage')
  const notify = useNotify()
  const format = useFormat()
  const [busy, setBusy] = useState(false)
  const checkAgain = async () => {
    setBusy(true)
    try {
      const { state } = await api.storage.reopen({})
      if (state === 'damaged') notify.show({ tone: 'neutral', text: t('trouble.stillSo') })
    } finally {
      setBusy(false)
    }
  }
  const save = async () => {
    const suggestedName = `parkdesk-support-${format.dayOf(Date.now())}.json`
    const file = await api.shell.chooseFile({
      purpose: 'export',
      title: t('trouble.support'),
      suggestedName,
    })
    if (file === null) return
    const saved = await api.storage.saveSupport({ file: file.token })
    notify.show({ tone: 'good', text: t('trouble.supportSaved', { file: saved.fileName }) })
  }
  return (
    <footer className="trouble-actions">
      <div>
        <Button onClick={() => void save().catch(notify.failed)}>{t('trouble.support')}</Button>
        <p className="ui-quiet">{t('trouble.supportText')}</p>
      </div>
      <Button type="primary" loading={busy} onClick={() => void checkAgain().catch(notify.failed)}>
        {t('checkAgain')}
      </Button>
    </footer>
  )
}
