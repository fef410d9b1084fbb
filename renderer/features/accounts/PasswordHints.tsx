import { Circle, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { passwordMinimum } from '@shared/features/accounts/accounts'
import { compareKey } from '@shared/kernel/text'

/** From this length on a password is good without any further thought. */
const recommended = 15

type Props = { readonly password: string; readonly names: readonly string[] }

/** What a password should be, ticked off while it is typed. Common ones are known to the data process alone. */
export function PasswordHints({ password, names }: Props) {
  const { t } = useTranslation('accounts')
  const length = [...password].length
  const lines = [
    { key: 'length', met: length >= passwordMinimum, words: t('hint.length', { count: passwordMinimum }) },
    { key: 'better', met: length >= recommended, words: t('hint.better', { count: recommended }) },
    { key: 'names', met: length > 0 && !holdsName(password, names), words: t('hint.names') },
  ]
  return (
    <ul className="password-hints">
      {lines.map(({ key, met, words }) => {
        const Icon = met ? CircleCheck : Circle
        return (
          <li key={key} className={met ? 'password-met' : undefined}>
            <Icon size={14} strokeWidth={1.6} aria-hidden />
            <span>
              {words}
              {met && <span className="visually-hidden"> {t('hint.met')}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function holdsName(password: string, names: readonly string[]): boolean {
  const key = compareKey(password)
  return names.map((name) => compareKey(name.trim())).some((name) => name.length > 2 && key.includes(name))
}
