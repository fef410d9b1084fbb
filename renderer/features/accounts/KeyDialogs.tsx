import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { parseRecoveryKey } from '@shared/kernel/recovery-key'
import { api } from '../../api/client'
import { askMe, showMe } from '../../api/session'
import { FormDialog, Dialog, useNotify } from '../../ui'
import { RecoveryKeyPaper } from './RecoveryKeyPaper'
import { SureDialog } from './SureDialog'
import { TextField } from './TextField'
import { useSure } from './use-sure'
import { WaitLine } from './WaitLine'

type Closing = { readonly onClose: () => void }

/** The yearly drill: whether what is on the paper is the key. */
export function CheckKeyDialog({ onClose }: Closing) {
  const { t } = useTranslation('accounts')
  const client = useQueryClient()
  const notify = useNotify()
  return (
    <KeyDialog
      title={t('key.checkTitle')}
      submit={t('key.checkNow')}
      onClose={onClose}
      onKey={async (recoveryKey) => {
        await api.accounts.checkRecoveryKey({ recoveryKey })
        await askMe(client)
        notify.show({ tone: 'good', text: t('key.checked') })
        onClose()
      }}
    >
      <p className="ui-words">{t('key.checkText')}</p>
    </KeyDialog>
  )
}

/** A new key in place of the old one, which counts until the new one has been typed back. */
export function RenewKeyDialog({ onClose }: Closing) {
  const { t } = useTranslation('accounts')
  const client = useQueryClient()
  const notify = useNotify()
  const [made, setMade] = useState<string | null>(null)
  if (made === null) {
    return (
      <SureDialog
        title={t('key.renewTitle')}
        submit={t('key.renewNow')}
        onClose={onClose}
        onSure={async (password) => setMade((await api.accounts.newRecoveryKey({ password })).recoveryKey)}
      >
        <p className="ui-words">{t('key.renewText')}</p>
      </SureDialog>
    )
  }
  return (
    <Dialog title={t('key.renewTitle')} onClose={onClose}>
      <RecoveryKeyPaper
        recoveryKey={made}
        doneLabel={t('key.renewDone')}
        onTyped={async (recoveryKey) => {
          await api.accounts.confirmRecoveryKey({ recoveryKey })
          await askMe(client)
          notify.show({ tone: 'good', text: t('key.renewed') })
          onClose()
        }}
      />
    </Dialog>
  )
}

/** Back to a park without accounts, by the recovery key alone. */
export function SwitchOffDialog({ onClose }: Closing) {
  const { t } = useTranslation('accounts')
  const client = useQueryClient()
  const notify = useNotify()
  return (
    <KeyDialog
      title={t('off.title')}
      submit={t('off.submit')}
      danger
      onClose={onClose}
      onKey={async (recoveryKey) => {
        showMe(client, await api.accounts.switchOff({ recoveryKey }))
        notify.show({ tone: 'neutral', text: t('off.done') })
      }}
    >
      <p className="ui-words">{t('off.text')}</p>
    </KeyDialog>
  )
}

type KeyProps = Closing & {
  readonly title: string
  readonly submit: string
  readonly danger?: boolean
  readonly children: ReactNode
  /** Does it with the key as it was typed; throws what the operation throws. */
  readonly onKey: (recoveryKey: string) => Promise<void>
}

function KeyDialog({ title, submit, danger, children, onClose, onKey }: KeyProps) {
  const { t } = useTranslation('accounts')
  const [typed, setTyped] = useState('')
  const [mistyped, setMistyped] = useState(false)
  const sure = useSure()
  const send = () => {
    const isKey = parseRecoveryKey(typed) !== null
    setMistyped(!isKey)
    if (isKey) void sure.run(() => onKey(typed))
  }
  return (
    <FormDialog
      {...{ title, submit, danger, onClose }}
      busy={sure.busy}
      disabled={typed.trim() === '' || sure.seconds > 0}
      onSubmit={send}
    >
      {children}
      <TextField
        label={t('key.title')}
        value={typed}
        maxLength={200}
        mono
        hint={t('key.typeHint')}
        error={mistyped ? t('key.mistyped') : (sure.secretError ?? sure.otherError)}
        onChange={(next) => {
          setMistyped(false)
          setTyped(next)
        }}
      />
      <WaitLine seconds={sure.seconds} />
    </FormDialog>
  )
}
