import { useTranslation } from 'react-i18next'

/** How long the next attempt has to wait; nothing where none does. */
export function WaitLine({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation('accounts')
  return seconds > 0 ? <p className="sign-in-wait">{t('signIn.wait', { seconds })}</p> : null
}
