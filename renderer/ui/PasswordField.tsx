import { Input } from 'antd'
import { Eye, EyeOff } from 'lucide-react'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './password-field.css'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Whether it is to be remembered or is being chosen, for what helps people to type passwords. */
  readonly kind: 'current' | 'new'
  readonly error?: string | null
  readonly hint?: ReactNode
}

/** A password: hidden unless asked to be shown, with a word about Caps Lock. */
export function PasswordField({ label, value, onChange, kind, error, hint }: Props) {
  const { t } = useTranslation('accounts')
  const [shown, setShown] = useState(false)
  const [capitals, setCapitals] = useState(false)
  const id = useId()
  const look = (event: KeyboardEvent) => setCapitals(event.getModifierState('CapsLock'))
  return (
    <div className="password-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type={shown ? 'text' : 'password'}
        value={value}
        maxLength={1000}
        autoComplete={`${kind}-password`}
        spellCheck={false}
        status={error == null ? '' : 'error'}
        aria-invalid={error != null}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={look}
        onKeyUp={look}
        onBlur={() => setCapitals(false)}
        suffix={<Toggle shown={shown} onToggle={() => setShown(!shown)} />}
      />
      <div id={`${id}-note`} className="password-note">
        {error != null && (
          <p className="password-error" role="alert">
            {error}
          </p>
        )}
        {capitals && <p className="password-capitals">{t('password.capsLock')}</p>}
        {hint}
      </div>
    </div>
  )
}

function Toggle({ shown, onToggle }: { readonly shown: boolean; readonly onToggle: () => void }) {
  const { t } = useTranslation('accounts')
  const Icon = shown ? EyeOff : Eye
  return (
    <button
      type="button"
      className="password-toggle"
      aria-label={t('password.show')}
      title={t('password.show')}
      aria-pressed={shown}
      onClick={onToggle}
    >
      <Icon size={16} strokeWidth={1.6} aria-hidden />
    </button>
  )
}
