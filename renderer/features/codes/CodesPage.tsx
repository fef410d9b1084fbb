import { useNavigate, useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codebookNames, type CodebookName } from '@shared/features/codes/codebooks'
import type { CodebookCount } from '@shared/features/codes/codes.contract'
import { useApiQuery } from '../../api/client'
import { Card, ErrorState, Page, PageHeader, Skeleton } from '../../ui'
import { CodeField } from '../../ui/form'
import { CodebookCard } from './CodebookCard'
import './codes.css'

/** The code lists of the park: what came with the program, what the park has added, changed and hidden. */
export function CodesPage() {
  const { t } = useTranslation('codes')
  const navigate = useNavigate()
  const { list: asked } = useSearch({ strict: false })
  const list = codebookNames.find((name) => name === asked) ?? 'hs'
  const counts = useApiQuery('codes', 'lists', {})
  return (
    <Page>
      <PageHeader title={t('title')} />
      <div className="codes">
        <Card className="codes-chooser">
          {counts.isPending && <Skeleton lines={12} />}
          {counts.isError && <ErrorState error={counts.error} onRetry={() => void counts.refetch()} />}
          {counts.data !== undefined && (
            <Chooser
              counts={counts.data}
              list={list}
              onChoose={(next) => void navigate({ to: '/codes', search: { list: next }, replace: true })}
            />
          )}
        </Card>
        <div className="codes-list">
          <CodebookCard key={list} list={list} />
          <TryCard key={`try ${list}`} list={list} />
        </div>
      </div>
    </Page>
  )
}

type ChooserProps = {
  readonly counts: readonly CodebookCount[]
  readonly list: CodebookName
  readonly onChoose: (list: CodebookName) => void
}

function Chooser({ counts, list, onChoose }: ChooserProps) {
  const { t } = useTranslation('codes')
  return (
    <nav aria-label={t('chooser')}>
      <ul>
        {counts.map((count) => (
          <li key={count.list}>
            <button
              type="button"
              aria-current={count.list === list ? 'page' : undefined}
              onClick={() => onChoose(count.list)}
            >
              <span>{t(`list.${count.list}`)}</span>
              <small className="numeric">
                <CountWords count={count} />
              </small>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function CountWords({ count: { codes, own, changed, hidden } }: { readonly count: CodebookCount }) {
  const { t } = useTranslation('codes')
  const parts = [
    t('count', { count: codes }),
    own > 0 ? t('countOwn', { count: own }) : '',
    changed > 0 ? t('countChanged', { count: changed }) : '',
    hidden > 0 ? t('countHidden', { count: hidden }) : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** A field as forms have it, to see how the list is searched; nothing of it is kept. */
function TryCard({ list }: { readonly list: CodebookName }) {
  const { t } = useTranslation('codes')
  const id = useId()
  const [value, setValue] = useState('')
  return (
    <Card title={t('try.title')}>
      <div className="ui-card-body codes-try">
        <label htmlFor={id}>{t('try.label')}</label>
        <CodeField id={id} list={list} value={value} onChange={setValue} />
      </div>
    </Card>
  )
}
