import { useEffect, useState } from 'react'

/** How long typing must rest before it is searched for. */
const REST = 90

/** The text once typing rests, so that not every letter is searched for. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), REST)
    return () => window.clearTimeout(timer)
  }, [text])
  return settled
}
