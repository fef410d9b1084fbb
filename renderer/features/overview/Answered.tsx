import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState, Skeleton } from '../../ui'

type Props<T> = {
  readonly answer: UseQueryResult<T>
  /** How many lines are expected. */
  readonly lines: number
  readonly children: (data: T) => ReactNode
}

/** What a card shows of an answer: its place while it is on its way, then it, or why there is none. */
export function Answered<T>({ answer, lines, children }: Props<T>) {
  if (answer.data !== undefined) return children(answer.data)
  if (answer.isError) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  return <Skeleton lines={lines} />
}
