import { useState } from 'react'
import type { ErrorCode } from '@shared/contract/error-codes'
import { failureOf } from '../../api/client'
import { errorWords } from '../../i18n/errors'
import { noAuthority, type Authority } from './AuthorityFields'

/** Failures that ask for somebody's word, or for another one. */
const asking: readonly ErrorCode[] = [
  'auth_required',
  'sign_in_failed',
  'sign_in_wait',
  'not_allowed',
  'recovery_key_wrong',
  'backup_key_needed',
]

/** What somebody has to give before a backup or what was salvaged may be used, asked for when it turns out to be needed. */
export function useAuthority() {
  const [authority, setAuthority] = useState<Authority>(noAuthority)
  const [asked, setAsked] = useState<'none' | 'any' | 'key'>('none')
  const [problem, setProblem] = useState<string | null>(null)
  /** Runs what may ask; answers undefined where it failed, with the reason in `problem`. */
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setProblem(null)
    try {
      return await work()
    } catch (error) {
      const failure = failureOf(error)
      if (asking.includes(failure.code)) setAsked(failure.code === 'backup_key_needed' ? 'key' : keepKey)
      // The first question is no fault of anybody's.
      if (failure.code !== 'auth_required') setProblem(errorWords(failure))
      return undefined
    }
  }
  const forget = () => {
    setAuthority(noAuthority)
    setAsked('none')
    setProblem(null)
  }
  return { authority, setAuthority, asked, problem, attempt, forget }
}

/** Where only the key helps, a wrong one is asked for again. */
const keepKey = (asked: 'none' | 'any' | 'key') => (asked === 'key' ? 'key' : 'any')
