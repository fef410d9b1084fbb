import { useCallback, useEffect } from 'react'
import { useCommand } from '../../api/commands'
import { useLatest } from '../use-latest'

/** Ctrl+S (and the menu) saves, Ctrl+Enter saves and closes. */
export function useFormKeys(save: (close: boolean) => Promise<void>) {
  const latest = useLatest(save)
  useCommand(
    'save',
    useCallback(() => void latest.current(false), [latest]),
  )
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey) return
      const closes = event.code === 'Enter' || event.code === 'NumpadEnter'
      if (!closes && event.code !== 'KeyS') return
      event.preventDefault()
      void latest.current(closes)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [latest])
}
