import { useEffect } from 'react'
import type { MenuCommand } from '@shared/contract/events'

type Handler = () => void

const handlers = new Map<MenuCommand, Handler[]>()

/**
 * A screen carries out a command of the menu, a shortcut or the find box while it is shown: `save` of a form, `export`
 * of a register. The screen mounted last wins; without one the shell does what it can.
 */
export function useCommand(command: MenuCommand, handler: Handler): void {
  useEffect(() => {
    const list = handlers.get(command) ?? []
    handlers.set(command, [...list, handler])
    return () => {
      handlers.set(
        command,
        (handlers.get(command) ?? []).filter((each) => each !== handler),
      )
    }
  }, [command, handler])
}

/** Lets the screen shown carry out a command; false when it does not know it. */
export function carryOutOnScreen(command: MenuCommand): boolean {
  const handler = handlers.get(command)?.at(-1)
  handler?.()
  return handler !== undefined
}
