import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { MenuCommand } from '@shared/contract/events'
import { useMe, useRights } from '../../api/session'
import { rightOfCommand } from './command-rights'

/** Whether a command is for whoever is at work; nobody locks a park without accounts. */
export function useOffered(): (command: MenuCommand) => boolean {
  const rights = useRights()
  const hasAccounts = useMe()?.state === 'signedIn'
  const router = useRouter()
  return useCallback(
    (command) => {
      if (command === 'lock') return hasAccounts
      const right = rightOfCommand(command, router.state.location.pathname)
      return right === undefined || rights.has(right)
    },
    [hasAccounts, rights, router],
  )
}
