import { useCallback, useEffect, useRef } from 'react'
import { useCommand } from '../../api/commands'

/** Ctrl+S (and the menu) saves, Ctrl+Enter saves and closes. */
export function useFormKeys(save: (close: boolean) => Promise<void>) {
  const latest = useRef(save)
  latest.current = save
  useCommand(
    'save',
    useCallback(() => void latest.current(false), []),
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
  }, [])
}
