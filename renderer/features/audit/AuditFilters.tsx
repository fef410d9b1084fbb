import { Button, Input, Select } from 'antd'
import { Search } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auditActions, auditSubjects } from '@shared/features/audit/audit'
import { useApiQuery } from '../../api/client'
import { DateInput } from '../../ui/form'
import { useLatest } from '../../ui/use-latest'
import { actorWords } from './entry-words'
import type { AuditFilterState } from './use-audit-filter'

/** Pause in typing after which the log is searched. */
const typingPause = 300

type Props = { readonly state: AuditFilterState }

/** The line above the log: text, person, action, subject, time. */
export function AuditFilters({ state }: Props) {
  const { t } = useTranslation('audit')
  const { choice, choose, clear } = state
  const actors = useApiQuery('audit', 'actors', {}).data ?? []
  return (
    <div className="audit-tools">
      <SearchText state={state} />
      <Select
        className="audit-actor"
        allowClear
        showSearch
        aria-label={t('filter.actor')}
        placeholder={t('filter.actor')}
        value={choice.actor ?? null}
        onChange={(actor: string | undefined) => choose({ actor })}
        options={actors.map((value) => ({ value, label: actorWords(value, t) }))}
      />
      <Several
        label={t('filter.action')}
        value={choice.action}
        options={auditActions.map((value) => ({ value, label: t(`action.${value}`) }))}
        onChange={(action) => choose({ action })}
      />
      <Several
        label={t('filter.subject')}
        value={choice.subject}
        options={auditSubjects.map((value) => ({ value, label: t(`subject.${value}`) }))}
        onChange={(subject) => choose({ subject })}
      />
      <Day label={t('filter.from')} value={choice.from} onChange={(from) => choose({ from })} />
      <Day label={t('filter.to')} value={choice.to} onChange={(to) => choose({ to })} />
      {Object.values(choice).some((value) => value !== undefined) && (
        <Button type="text" onClick={clear}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}

type SeveralProps<T extends string> = {
  readonly label: string
  readonly value: readonly T[] | undefined
  readonly options: { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T[]) => void
}

function Several<T extends string>({ label, value, options, onChange }: SeveralProps<T>) {
  return (
    <Select<T[]>
      className="audit-several"
      mode="multiple"
      allowClear
      maxTagCount="responsive"
      optionFilterProp="label"
      aria-label={label}
      placeholder={label}
      value={[...(value ?? [])]}
      onChange={onChange}
      options={options}
    />
  )
}

type DayProps = {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
}

/** A day as it is typed; only a whole one narrows the log. */
function Day({ label, value, onChange }: DayProps) {
  const id = useId()
  const inForce = value ?? ''
  const [typed, setTyped] = useState(inForce)
  const [seen, setSeen] = useState(inForce)
  if (seen !== inForce) {
    setSeen(inForce)
    setTyped(inForce)
  }
  const change = (text: string) => {
    setTyped(text)
    const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(text)
    if (isDay || text === '') onChange(isDay ? text : undefined)
  }
  return (
    <div className="audit-day">
      <DateInput id={id} value={typed} onChange={change} aria-label={label} placeholder={label} />
    </div>
  )
}

function SearchText({ state }: Props) {
  const { t } = useTranslation('audit')
  const inForce = state.choice.text ?? ''
  const [typed, setTyped] = useState(inForce)
  const [seen, setSeen] = useState(inForce)
  if (seen !== inForce) {
    setSeen(inForce)
    setTyped(inForce)
  }
  const [composing, setComposing] = useState(false)
  const latest = useLatest(state)
  useEffect(() => {
    if (composing || typed === (latest.current.choice.text ?? '')) return undefined
    const timer = setTimeout(() => latest.current.choose({ text: typed }), typingPause)
    return () => clearTimeout(timer)
  }, [composing, latest, typed])
  return (
    <Input
      className="audit-search"
      allowClear
      prefix={<Search size={16} strokeWidth={1.6} aria-hidden />}
      placeholder={t('search')}
      aria-label={t('search')}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  )
}
