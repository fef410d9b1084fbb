import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isWellFormed, normaliseCode } from '@shared/features/codes/code'
import { codebookRule, type CodebookName } from '@shared/features/codes/codebooks'
import { apiQuery, useApiQuery } from '../../../api/client'
import { useLatest } from '../../use-latest'
import { useDelayed } from '../use-delayed'
import { codeKeys } from './code-keys'

/** Pause in typing after which codes are looked up. */
const typingPause = 120
const offered = 20
const longestText = 100

type Options = {
  readonly list: CodebookName
  readonly value: string
  readonly onChange: (value: string) => void
  /** Day (`YYYY-MM-DD`) on which codes must be valid; without one, today. */
  readonly at: string | undefined
}

/** The codes that fit the text of a field, and its keys. */
export function useCodeSearch({ list, value, onChange, at }: Options) {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const latest = useLatest({ value, open })
  const text = useDelayed(value, typingPause)
  const day = at === undefined ? {} : { at }
  const asked = (typed: string) => ({ list, text: typed.slice(0, longestText), limit: offered, ...day })
  const found = useApiQuery('codes', 'find', asked(text), {
    enabled: open,
    placeholderData: (before) => before,
  })
  const hasText = text.trim() !== ''
  const known = useApiQuery(
    'codes',
    'labels',
    { list, codes: [text.slice(0, 200)], ...day },
    { enabled: hasText },
  )
  // What is shown belongs to an earlier text until the answer to this one has come.
  const isStale = text !== value || found.isPlaceholderData || found.isPending
  const pick = (code: string) => {
    setOpen(false)
    onChange(code)
  }
  const pickFirst = async () => {
    const [first] = await client.fetchQuery(apiQuery('codes', 'find', asked(value)))
    const { value: typed, open: isOpen } = latest.current
    if (first !== undefined && isOpen && typed === value) pick(first.code)
  }
  const onKey = codeKeys({
    open,
    close: () => setOpen(false),
    // A failure stands in the list already.
    ...(isStale && !standsAlone(list, value)
      ? { pickFirst: () => void pickFirst().catch(() => undefined) }
      : {}),
  })
  const note = hasText ? known.data?.[0] : undefined
  return { open, setOpen, hits: found.data ?? [], found, isStale, pick, onKey, known: note }
}

/** Whether the text of a field may stand as it is: a whole code of a list that takes others than its own. */
export function standsAlone(list: CodebookName, text: string): boolean {
  return (
    codebookRule(list).free !== 'none' && /\d/u.test(text) && isWellFormed(list, normaliseCode(list, text))
  )
}
