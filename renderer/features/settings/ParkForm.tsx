import { Button, Input, Select } from 'antd'
import { useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Park } from '@shared/features/settings/settings'
import { codeEntries } from '@shared/kernel/code-lists'
import { languages, type Language } from '@shared/kernel/language'
import { compareKey } from '@shared/kernel/text'
import { languageNames } from '../../i18n/language-names'
import { useLanguage } from '../../i18n/language'
import { parkOf, withCountry, type ParkDraft } from './park-values'
import { useZoneOptions } from './zone-options'
import './settings.css'

type Props = {
  readonly start: ParkDraft
  readonly submitLabel: string
  /** What happens with a complete park; the form stays busy until it settles. */
  readonly onSubmit: (park: Park) => Promise<void>
  readonly extra?: ReactNode
}

/** Names, country, time zone and currency of the park. */
export function ParkForm({ start, submitLabel, onSubmit, extra }: Props) {
  const [draft, setDraft] = useState(start)
  const [nameMissing, setNameMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const submit = async () => {
    const park = parkOf(draft)
    setNameMissing(park === undefined)
    if (park === undefined) return form.current?.querySelector('input')?.focus()
    setBusy(true)
    try {
      await onSubmit(park)
    } finally {
      setBusy(false)
    }
  }
  const setName = (language: Language, name: string) => {
    setNameMissing(false)
    setDraft((old) => ({ ...old, names: { ...old.names, [language]: name } }))
  }
  return (
    <form
      ref={form}
      className="park-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <NameFields draft={draft} onChange={setName} invalid={nameMissing} />
      <PlaceFields draft={draft} onChange={setDraft} />
      <footer className="park-foot">
        {extra}
        <Button type="primary" htmlType="submit" loading={busy}>
          {submitLabel}
        </Button>
      </footer>
    </form>
  )
}

type NamesProps = {
  readonly draft: ParkDraft
  readonly onChange: (language: Language, name: string) => void
  readonly invalid: boolean
}

function NameFields(props: NamesProps) {
  const { t } = useTranslation('settings')
  const own = useLanguage().language
  const ownFirst = [own, ...languages.filter((language) => language !== own)]
  return (
    <fieldset className="park-names">
      <legend>{t('park.names')}</legend>
      <p className="park-hint">{t('park.namesHint')}</p>
      {ownFirst.map((language) => (
        <NameField key={language} language={language} {...props} />
      ))}
      {props.invalid && (
        <p className="park-problem" role="alert">
          {t('park.nameMissing')}
        </p>
      )}
    </fieldset>
  )
}

type NameProps = NamesProps & { readonly language: Language }

function NameField({ language, draft, onChange, invalid }: NameProps) {
  const id = useId()
  return (
    <div className="park-name">
      <label htmlFor={id}>{languageNames[language]}</label>
      <Input
        id={id}
        lang={language}
        maxLength={200}
        value={draft.names[language]}
        status={invalid ? 'error' : ''}
        aria-invalid={invalid}
        onChange={(event) => onChange(language, event.target.value)}
      />
    </div>
  )
}

type PlaceProps = { readonly draft: ParkDraft; readonly onChange: (draft: ParkDraft) => void }

function PlaceFields({ draft, onChange }: PlaceProps) {
  const { t } = useTranslation('settings')
  const zones = useZoneOptions(draft.country, draft.timeZone)
  return (
    <>
      <PickField
        label={t('park.country')}
        value={draft.country}
        options={useCodeOptions('country')}
        onChange={(country) => onChange(withCountry(draft, country))}
      />
      <PickField
        label={t('park.timeZone')}
        hint={t('park.timeZoneHint')}
        value={draft.timeZone}
        options={zones}
        onChange={(timeZone) => onChange({ ...draft, timeZone })}
      />
      <PickField
        label={t('park.currency')}
        value={draft.currency}
        options={useCodeOptions('currency')}
        onChange={(currency) => onChange({ ...draft, currency })}
      />
    </>
  )
}

type Option = { readonly value: string; readonly label: string; readonly words: string }

function useCodeOptions(list: 'country' | 'currency'): readonly Option[] {
  const { language } = useLanguage()
  return useMemo(
    () =>
      codeEntries(list).map((entry) => ({
        value: entry.code,
        label: `${entry[language][0] ?? entry.code} · ${entry.code}`,
        words: [entry.code, ...languages.flatMap((each) => entry[each])].map(compareKey).join('\n'),
      })),
    [language, list],
  )
}

type PickProps = {
  readonly label: string
  readonly hint?: string
  readonly value: string | null
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
}

function PickField({ label, hint, value, options, onChange }: PickProps) {
  const id = useId()
  return (
    <div className="park-field">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={value}
        options={[...options]}
        onChange={(next: string) => onChange(next)}
        showSearch={{ filterOption: (typed, option) => option?.words.includes(compareKey(typed)) ?? false }}
      />
      {hint !== undefined && <p className="park-hint">{hint}</p>}
    </div>
  )
}
