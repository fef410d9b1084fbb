import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseRecoveryKey } from '@shared/kernel/recovery-key'
import { parkName, usePark } from '../../api/park'
import { wordsOfError } from '../../i18n/errors'
import { useFormat } from '../../i18n/format'
import { Paper, useNow, PrintButton } from '../../ui'
import { focusFirst } from '../../ui/focus-first'
import { TextField } from './TextField'
import './sign-in.css'

type Props = {
  readonly recoveryKey: string
  /** Takes the key as it was typed back. Throws what the operation throws. */
  readonly onTyped: (typed: string) => Promise<void>
  readonly doneLabel: string
}

/** A new recovery key: shown once, put on paper, and then typed back from that paper. */
export function RecoveryKeyPaper({ recoveryKey, onTyped, doneLabel }: Props) {
  const { t } = useTranslation(['accounts', 'common'])
  const [typing, setTyping] = useState(false)
  if (typing) return <TypeBack onTyped={onTyped} onBack={() => setTyping(false)} doneLabel={doneLabel} />
  return (
    <div className="key-step">
      <p>{t('key.once')}</p>
      <output className="key-shown" aria-label={t('key.title')}>
        {recoveryKey.split('-').map((group, index) => (
          // The groups of a key stand where they stand; two may be alike.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index}>{group}</span>
        ))}
      </output>
      <ul className="key-rules">
        <li>{t('key.whatFor')}</li>
        <li>{t('key.where')}</li>
        <li>{t('key.nobody')}</li>
      </ul>
      <div className="ui-actions-end">
        <PrintButton>{t('key.print')}</PrintButton>
        <Button type="primary" onClick={() => setTyping(true)}>
          {t('key.onPaper')}
        </Button>
      </div>
      <KeyPaper recoveryKey={recoveryKey} />
    </div>
  )
}

function KeyPaper({ recoveryKey }: { readonly recoveryKey: string }) {
  const { t } = useTranslation(['accounts', 'common'])
  const format = useFormat()
  const park = usePark()
  const today = format.dayOf(useNow())
  return (
    <Paper>
      <h1>
        {t('common:product')} · {t('key.title')}
      </h1>
      <dl>
        <dt>{t('paper.park')}</dt>
        <dd>{parkName(park, format.language)}</dd>
        <dt>{t('paper.date')}</dt>
        <dd>{format.date(today)}</dd>
      </dl>
      <p className="paper-secret">{recoveryKey}</p>
      <p>{t('key.whatFor')}</p>
      <p>{t('key.where')}</p>
      <p>{t('key.nobody')}</p>
    </Paper>
  )
}

type TypeProps = {
  readonly onTyped: (typed: string) => Promise<void>
  readonly onBack: () => void
  readonly doneLabel: string
}

function TypeBack({ onTyped, onBack, doneLabel }: TypeProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const submit = async () => {
    if (parseRecoveryKey(typed) === null) return setFailure(t('key.mistyped'))
    setBusy(true)
    setFailure(null)
    try {
      await onTyped(typed)
    } catch (error) {
      setFailure(wordsOfError(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      ref={focusFirst}
      className="key-step"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <p>{t('key.typeBack')}</p>
      <TextField
        label={t('key.title')}
        value={typed}
        maxLength={200}
        mono
        hint={t('key.typeHint')}
        error={failure}
        onChange={setTyped}
      />
      <div className="ui-actions-end">
        <Button onClick={onBack}>{t('key.showAgain')}</Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={typed.trim() === ''}>
          {doneLabel}
        </Button>
      </div>
    </form>
  )
}
