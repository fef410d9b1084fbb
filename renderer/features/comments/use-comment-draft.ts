import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api, apiKey, useApiQuery } from '../../api/client'
import { keepBeforeLeaving } from '../../api/session'

/** Pause in typing after which what is written is kept. */
const typingPause = 500

/** What somebody has begun to write about a request; kept in the database while typing, and there again after a crash. */
export function useCommentDraft(requestId: string) {
  const client = useQueryClient()
  const kept = useApiQuery('comments', 'draft', { requestId }, { gcTime: 0 })
  const [typed, setTyped] = useState<string | null>(null)
  const waiting = useRef<string | null>(null)
  const timer = useRef<number | undefined>(undefined)
  const flush = useCallback(async () => {
    window.clearTimeout(timer.current)
    const text = waiting.current
    waiting.current = null
    // Whoever may only read has nothing to keep; what was kept a moment ago is there again after a failure.
    if (text !== null) await api.comments.keepDraft({ requestId, text }).catch(() => undefined)
  }, [requestId])
  useEffect(() => keepBeforeLeaving(flush), [flush])
  useEffect(() => {
    const leave = () => void flush()
    window.addEventListener('blur', leave)
    window.addEventListener('beforeunload', leave)
    return () => {
      window.removeEventListener('blur', leave)
      window.removeEventListener('beforeunload', leave)
      leave()
    }
  }, [flush])
  const type = (text: string) => {
    setTyped(text)
    waiting.current = text
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void flush(), typingPause)
  }
  /** It was sent: the other side has thrown the draft away. */
  const clear = () => {
    window.clearTimeout(timer.current)
    waiting.current = null
    setTyped('')
    client.setQueryData(apiKey('comments', 'draft', { requestId }), { text: '' })
  }
  return { text: typed ?? kept.data?.text ?? '', type, flush, clear }
}
