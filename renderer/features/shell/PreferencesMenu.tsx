import { Languages } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { themes } from '@shared/features/settings/settings'
import { languages } from '@shared/kernel/language'
import { languageNames } from '../../i18n/language-names'
import { usePreferences } from '../../i18n/language'
import { useNotify } from '../../ui'

/** Language and theme, changed at once. */
export function PreferencesMenu() {
  const { t } = useTranslation('shell')
  const { language, theme, change } = usePreferences()
  const notify = useNotify()
  const id = useId()
  const apply = (part: Parameters<typeof change>[0]) => void change(part).catch(notify.failed)
  return (
    <>
      <button type="button" className="top-preferences" popoverTarget={id} title={t('preferences')}>
        <Languages size={16} strokeWidth={1.6} aria-hidden />
        <span>{languageNames[language]}</span>
        <span className="visually-hidden">{t('preferences')}</span>
      </button>
      <div id={id} popover="auto" className="preferences">
        <RadioGroup legend={t('language')}>
          {languages.map((each) => (
            <Radio
              key={each}
              name={`${id}-language`}
              checked={each === language}
              onSelect={() => apply({ language: each })}
              words={languageNames[each]}
            />
          ))}
        </RadioGroup>
        <RadioGroup legend={t('theme')}>
          {themes.map((each) => (
            <Radio
              key={each}
              name={`${id}-theme`}
              checked={each === theme}
              onSelect={() => apply({ theme: each })}
              words={t(`theme.${each}`)}
            />
          ))}
        </RadioGroup>
      </div>
    </>
  )
}

function RadioGroup({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className="preferences-group">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}

type RadioProps = {
  readonly name: string
  readonly checked: boolean
  readonly onSelect: () => void
  readonly words: string
}

function Radio({ name, checked, onSelect, words }: RadioProps) {
  return (
    <label className="preferences-choice">
      <input type="radio" name={name} checked={checked} onChange={onSelect} />
      {words}
    </label>
  )
}
