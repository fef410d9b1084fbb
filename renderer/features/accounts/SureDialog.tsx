import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog, PasswordField } from '../../ui'
import { useSure } from './use-sure'
import { WaitLine } from './WaitLine'

type Props = {
  readonly title: string
  readonly submit: string
  readonly danger?: boolean
  /** Whether everything that is asked for beside the password is given. */
  readonly ready?: boolean
  readonly children: ReactNode
  readonly onClose: () => void
  /** Does it with the own password; throws what the operation throws. */
  readonly onSure: (password: string) => Promise<void>
}

/** A change of accounts, roles or keys: whoever makes it types the own password once more. */
export function SureDialog({ ready = true, children, onSure, ...dialog }: Props) {
  const { t } = useTranslation('accounts')
  const [password, setPassword] = useState('')
  const sure = useSure()
  return (
    <FormDialog
      {...dialog}
      busy={sure.busy}
      disabled={!ready || password === '' || sure.seconds > 0}
      onSubmit={() => void sure.run(() => onSure(password))}
    >
      {children}
      <PasswordField
        label={t('sure.password')}
        kind="current"
        value={password}
        error={sure.secretError}
        hint={<span className="password-hint">{t('sure.hint')}</span>}
        onChange={setPassword}
      />
      {sure.otherError !== null && (
        <p className="password-error" role="alert">
          {sure.otherError}
        </p>
      )}
      <WaitLine seconds={sure.seconds} />
    </FormDialog>
  )
}
