import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { languages } from '@shared/kernel/language'
import { useLanguage } from '../../i18n/language'
import { languageNames } from '../../i18n/language-names'
import { useNotify } from '../../ui'

/** The first choice: each language in its own words, shown at once. */
export function LanguageStep({ onNext }: { readonly onNext: () => void }) {
  const { t } = useTranslation(['storage', 'accounts', 'common'])
  const navigate = useNavigate()
  const { language, setLanguage } = useLanguage()
  const notify = useNotify()
  return (
    <form
      className="welcome-form"
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <h1>{t('welcome')}</h1>
      <p className="ui-words">{t('welcomeText')}</p>
      <fieldset className="welcome-languages">
        <legend className="visually-hidden">{t('step.language')}</legend>
        {languages.map((each) => (
          <label
            key={each}
            className={each === language ? 'welcome-card welcome-card-chosen' : 'welcome-card'}
          >
            <input
              type="radio"
              name="language"
              checked={each === language}
              onChange={() => void setLanguage(each).catch(notify.failed)}
            />
            <span lang={each}>{languageNames[each]}</span>
          </label>
        ))}
      </fieldset>
      <div className="ui-actions-end">
        <Button onClick={() => void navigate({ to: '/rescue' })}>{t('accounts:welcome.rescue')}</Button>
        <Button type="primary" htmlType="submit">
          {t('common:next')}
        </Button>
      </div>
    </form>
  )
}
