import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { themes } from '@shared/features/settings/settings'
import { languages } from '@shared/kernel/language'
import { usePreferences } from '../../i18n/language'
import { languageNames } from '../../i18n/language-names'
import { Card, useNotify } from '../../ui'

/** Language and theme of this workstation; a choice shows at once. */
export function AppearanceCard() {
  const { t } = useTranslation('shell')
  const { language, theme, change } = usePreferences()
  const notify = useNotify()
  const apply = (part: Parameters<typeof change>[0]) => void change(part).catch(notify.failed)
  return (
    <Card title={t('preferences')}>
      <div className="ui-card-body">
        <Choices legend={t('language')}>
          {(name) =>
            languages.map((each) => (
              <Choice
                key={each}
                name={name}
                checked={each === language}
                onSelect={() => apply({ language: each })}
              >
                {languageNames[each]}
              </Choice>
            ))
          }
        </Choices>
        <Choices legend={t('theme')}>
          {(name) =>
            themes.map((each) => (
              <Choice key={each} name={name} checked={each === theme} onSelect={() => apply({ theme: each })}>
                {t(`theme.${each}`)}
              </Choice>
            ))
          }
        </Choices>
      </div>
    </Card>
  )
}

type ChoicesProps = { readonly legend: string; readonly children: (name: string) => ReactNode }

function Choices({ legend, children }: ChoicesProps) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      <div className="choices-line">{children(useId())}</div>
    </fieldset>
  )
}

type ChoiceProps = {
  readonly name: string
  readonly checked: boolean
  readonly onSelect: () => void
  readonly children: string
}

function Choice({ name, checked, onSelect, children }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name={name} checked={checked} onChange={onSelect} />
      {children}
    </label>
  )
}
