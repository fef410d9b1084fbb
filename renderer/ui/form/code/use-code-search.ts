import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
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
  /** Whether it is shown what the value means. */
  readonly noted: boolean
}

/** The codes that fit the text of a field, and its keys. */
export function useCodeSearch({ list, value, onChange, at, noted }: Options) {
  const client = useQueryClient()
  const { open, setOpen, refuseNext, allow } = useOpening()
  const latest = useLatest({ value, open })
  const text = useDelayed(value, typingPause)
  const day = at === undefined ? {} : { at }
  const asked = (typed: string) => ({ list, text: typed.slice(0, longestText), limit: offered, ...day })
  const found = useApiQuery('codes', 'find', asked(text), {
    enabled: open,
    placeholderData: (before) => before,
  })
  const hasText = noted && text.trim() !== ''
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
  // The text that an arrow has chosen a code of; another text begins anew.
  const [movedOn, setMovedOn] = useState<string | null>(null)
  const onKey = codeKeys({
    open,
    began: allow,
    entered: refuseNext,
    close: () => setOpen(false),
    moved: () => setMovedOn(isStale ? null : value),
    pickFirst: () => {
      if (standsAlone(list, value) || (!isStale && movedOn === value)) return false
      // A failure stands in the list already.
      void pickFirst().catch(() => undefined)
      return true
    },
  })
  const note = hasText ? known.data?.[0] : undefined
  const hits = found.data ?? []
  return { open, setOpen, hits, found, isStale, pick, onKey, onPointer: allow, known: note }
}

/** Whether the list is open. The component opens it at Enter, too, which belongs to the form or table around the field. */
function useOpening() {
  const [open, setShown] = useState(false)
  const isRefused = useRef(false)
  return {
    open,
    setOpen: (next: boolean) => {
      if (!next || !isRefused.current) setShown(next)
    },
    refuseNext: () => {
      isRefused.current = true
    },
    allow: () => {
      isRefused.current = false
    },
  }
}

/** Whether the text of a field may stand as it is: a whole code of a list that takes others than its own. */
export function standsAlone(list: CodebookName, text: string): boolean {
  return (
    codebookRule(list).free !== 'none' && /\d/u.test(text) && isWellFormed(list, normaliseCode(list, text))
  )
}
