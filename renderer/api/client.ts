import { useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query'
import type { Contract, FeatureName } from '@shared/contract/contract'
import type { Events } from '@shared/contract/events'
import type { InputOf, OutputOf } from '@shared/contract/define'
import type { Failure, Result } from '@shared/contract/result'
import './bridge'

/** An operation failed in a way its `failure` names; `errorWords` turns it into words. */
export class ApiError extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'ApiError'
    this.failure = failure
  }
}

/** Every operation as a function that answers its output or throws an `ApiError`. */
export type ApiClient = {
  readonly [F in FeatureName]: {
    readonly [O in keyof Contract[F]]: (input: InputOf<Contract[F][O]>) => Promise<OutputOf<Contract[F][O]>>
  }
}

type Send = (inputJson: string) => Promise<string>

const refusalListeners = new Set<() => void>()

/** Listens to calls refused because nobody is signed in at this window (any more); the answer stops listening. */
export function onRefusal(listener: () => void): () => void {
  refusalListeners.add(listener)
  return () => refusalListeners.delete(listener)
}

const refusals: ReadonlySet<string> = new Set(['auth_required', 'password_change_needed'])

async function call<T>(send: Send, input: unknown): Promise<T> {
  // The other side answers exactly this shape; it checked the input by the operation's schema.
  const result = JSON.parse(await send(JSON.stringify(input))) as Result<T>
  if (!result.ok) {
    if (refusals.has(result.error.code)) for (const listener of refusalListeners) listener()
    throw new ApiError(result.error)
  }
  return result.value
}

function buildClient(): ApiClient {
  const features = Object.entries(window.parkdesk.features).map(([feature, operations]) => {
    const functions = Object.entries(operations).map(([name, send]) => [
      name,
      (input: unknown) => call(send, input),
    ])
    return [feature, Object.fromEntries(functions)]
  })
  return Object.fromEntries(features) as ApiClient
}

export const api: ApiClient = buildClient()

/** The names of a feature's operations that only read. */
export type QueryName<F extends FeatureName> = {
  [O in keyof Contract[F]]: Contract[F][O] extends { readonly kind: 'query' } ? O : never
}[keyof Contract[F]]

/** The key under which an answer is kept; without an input, every answer of the operation. */
export function apiKey(feature: FeatureName, operation?: string, input?: unknown): readonly unknown[] {
  return [feature, operation, input].filter((part) => part !== undefined)
}

/** Options for `useQuery`, `prefetchQuery` and the like of one operation. */
export function apiQuery<F extends FeatureName, O extends QueryName<F>>(
  feature: F,
  operation: O,
  input: InputOf<Contract[F][O]>,
) {
  const send: Send = window.parkdesk.features[feature][operation]
  return {
    queryKey: apiKey(feature, String(operation), input),
    queryFn: () => call<OutputOf<Contract[F][O]>>(send, input),
  }
}

type QueryOptions<T> = Omit<UseQueryOptions<T, Error, T>, 'queryKey' | 'queryFn'>

/** Reads through one operation; see TanStack Query for the options. */
export function useApiQuery<F extends FeatureName, O extends QueryName<F>>(
  feature: F,
  operation: O,
  input: InputOf<Contract[F][O]>,
  options: QueryOptions<OutputOf<Contract[F][O]>> = {},
): UseQueryResult<OutputOf<Contract[F][O]>> {
  return useQuery<OutputOf<Contract[F][O]>, Error, OutputOf<Contract[F][O]>>({
    ...apiQuery(feature, operation, input),
    ...options,
  })
}

/** Listens to an event of the application; the answer stops listening. */
export function onEvent<E extends keyof Events>(
  event: E,
  listener: (payload: Events[E]) => void,
): () => void {
  // The main process sends the payload its event is declared with.
  return window.parkdesk.on(event, (json) => listener(JSON.parse(json) as Events[E]))
}

/** What went wrong, for whatever was thrown: anything but an `ApiError` is a fault of the program. */
export function failureOf(error: unknown): Failure {
  return error instanceof ApiError ? error.failure : { code: 'internal' }
}
