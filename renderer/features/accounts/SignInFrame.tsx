import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { languages } from '@shared/kernel/language'
import { useApiQuery } from '../../api/client'
import { parkName } from '../../api/park'
import { languageNames } from '../../i18n/language-names'
import { usePreferences } from '../../i18n/language'
import { Mark, useNotify } from '../../ui'
import './sign-in.css'

type Props = { readonly title: string; readonly children: ReactNode; readonly wide?: boolean }

/** The calm card everything before the work stands on: whose park this is, and in which language. */
export function SignInFrame({ title, children, wide = false }: Props) {
  const { t } = useTranslation('common')
  const product = t('product')
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [product, title])
  return (
    <main className="ui-window">
      <div className={wide ? 'ui-panel' : 'ui-panel sign-in'}>
        <header className="sign-in-brand">
          <Mark />
          <div>
            <strong>{product}</strong>
            <ParkName />
          </div>
        </header>
        <h1>{title}</h1>
        {children}
        <LanguageLine />
      </div>
    </main>
  )
}

function ParkName() {
  const { language } = usePreferences()
  const names = useApiQuery('settings', 'parkNames', {}).data
  if (names === undefined) return null
  return <span>{parkName(names, language)}</span>
}

function LanguageLine() {
  const { t } = useTranslation('shell')
  const { language, change } = usePreferences()
  const notify = useNotify()
  return (
    <fieldset className="sign-in-languages" aria-label={t('language')}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          onClick={() => void change({ language: each }).catch(notify.failed)}
        >
          {languageNames[each]}
        </button>
      ))}
    </fieldset>
  )
}
