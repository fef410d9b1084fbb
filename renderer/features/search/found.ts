import { keepPreviousData } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { SearchAnswer, SearchHit } from '@shared/features/search/search.contract'
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

function wordsOfTotal(t: TFunction<'search'>, { total, more }: SearchAnswer): string {
  if (more) return t('foundAtLeast', { count: total, shown: SHOWN })
  return total > SHOWN ? t('foundMore', { count: total, shown: SHOWN }) : t('found', { count: total })
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
  return { wanted, hits, state: wordsOfTotal(t, answer.data) }
}
