import type { Query, QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Right } from '@shared/contract/rights'
import type { Me } from '@shared/features/accounts/accounts'
import { api, apiKey, useApiQuery } from './client'

const meKey = apiKey('accounts', 'me', {})

/** Who is at this window; undefined until it has been asked. */
export function useMe(): Me | undefined {
  return useApiQuery('accounts', 'me', {}).data
}

/** What whoever is at this window may do. The data process checks it again at every call; here it is only not offered. */
export function useRights(): ReadonlySet<Right> {
  const granted = useMe()?.rights
  return useMemo(() => new Set(granted), [granted])
}

/** Shows at once who is at this window now. */
export function showMe(client: QueryClient, me: Me): void {
  client.setQueryData<Me>(meKey, me)
}

/** Asks anew who is at this window. */
export async function askMe(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: meKey })
}

/**
 * The session has ended: no screen may stay, whatever is still being asked. Whoever locked the window is known at once,
 * so that what is typed to unlock it is not lost when the answer comes.
 */
export function showNobody(client: QueryClient, isLocked: boolean): void {
  client.setQueryData<Me>(meKey, (me) =>
    // A window that was already told that nobody is there knows who locked it.
    me === undefined || me.state === 'signedOut'
      ? me
      : {
          ...me,
          state: 'signedOut',
          name: '',
          displayName: '',
          rights: [],
          lockedName: isLocked ? me.name : '',
        },
  )
}

const askedByAnybody = new Set(['accounts me', 'storage status', 'settings parkNames'])

function isOfSomebody({ queryKey: [feature, operation] }: Query): boolean {
  return !askedByAnybody.has(`${String(feature)} ${String(operation)}`)
}

/** Forgets every answer that somebody got by being signed in and no screen shows any more. */
export function forgetAnswers(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => isOfSomebody(query) && query.getObserversCount() === 0 })
}

/** Somebody's rights changed while they work: everything they see is asked anew from the beginning. */
export async function askAllAnew(client: QueryClient): Promise<void> {
  await client.resetQueries({ predicate: isOfSomebody })
}

type Keeper = () => Promise<void>

const keepers = new Set<Keeper>()

/** Has what is typed kept before somebody leaves; the answer takes it back. */
export function keepBeforeLeaving(keeper: Keeper): () => void {
  keepers.add(keeper)
  return () => keepers.delete(keeper)
}

/** Locks the window or signs out, after everything typed has been kept. */
export async function leave(how: 'lock' | 'signOut'): Promise<void> {
  await Promise.allSettled([...keepers].map((keep) => keep()))
  await api.accounts[how]({})
}
