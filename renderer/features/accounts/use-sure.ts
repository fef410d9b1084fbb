import { useState } from 'react'
import { failureOf } from '../../api/client'
import { useWait } from './use-wait'

/** An act that asks for the own password (or the recovery key) first: whether it runs, and what was wrong. */
export function useSure() {
  const wait = useWait()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ readonly code: string; readonly words: string } | null>(null)
  const run = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await act()
    } catch (error) {
      const words = wait.note(error)
      setProblem(words === null ? null : { code: failureOf(error).code, words })
    } finally {
      setBusy(false)
    }
  }
  const isOfSecret = problem?.code === 'password_wrong' || problem?.code === 'recovery_key_wrong'
  return {
    busy,
    seconds: wait.seconds,
    /** What is wrong with the password or the key that was asked for. */
    secretError: isOfSecret ? problem.words : null,
    /** What is wrong with anything else. */
    otherError: problem === null || isOfSecret ? null : problem.words,
    run,
  }
}

export type Sure = ReturnType<typeof useSure>
