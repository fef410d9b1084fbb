import { keepPreviousData } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '@shared/features/search/search.contract'
import { useApiQuery } from '../../api/client'
import { wordsOfError } from '../../i18n/errors'
import { useSettled } from './settled'

const SHOWN = 30

export type Found = {
  /** The text the hits belong to. */
  readonly wanted: string
  /** Records that hold the text, best first. */
  readonly hits: readonly SearchHit[]
  /** How the search stands, in words. */
  readonly state: string
}

/** Searches for the text once typing rests. */
export function useFound(text: string): Found {
  const { t } = useTranslation('search')
  const typed = text.trim()
  const wanted = useSettled(typed)
  const answer = useApiQuery(
    'search',
    'find',
    { text: wanted, limit: SHOWN },
    { enabled: wanted !== '', placeholderData: keepPreviousData, gcTime: 0 },
  )
  if (wanted === '') return { wanted, hits: [], state: t('hint') }
  const hits = answer.data?.results ?? []
  if (answer.isError) return { wanted, hits, state: wordsOfError(answer.error) }
  if (answer.data === undefined || wanted !== typed) return { wanted, hits, state: t('searching') }
  const { total } = answer.data
  const words = total > SHOWN ? t('foundMore', { count: total, shown: SHOWN }) : t('found', { count: total })
  return { wanted, hits, state: words }
}
