import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { z } from 'zod'
import { auditActions, auditSubjects } from '@shared/features/audit/audit'
import type { AuditFilter } from '@shared/features/audit/audit.contract'
import { zonedToUtc } from '@shared/kernel/zone'
import { usePark } from '../../api/park'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u)

/** What the address of the log remembers; anything that does not fit is left out. Days are the park's, `to` inclusive. */
const choiceSchema = z.object({
  actor: z.string().max(60).optional().catch(undefined),
  action: z.array(z.enum(auditActions)).optional().catch(undefined),
  subject: z.array(z.enum(auditSubjects)).optional().catch(undefined),
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  text: z.string().max(200).optional().catch(undefined),
})
export type AuditChoice = z.output<typeof choiceSchema>

export type AuditFilterState = {
  readonly choice: AuditChoice
  /** The same choice as the data side reads it; the same object as long as nothing was chosen anew. */
  readonly filter: AuditFilter
  readonly choose: (part: Partial<AuditChoice>) => void
  readonly clear: () => void
}

/** What of the log is shown, kept in the address so that back and forward bring it back. */
export function useAuditFilter(): AuditFilterState {
  const raw: unknown = useSearch({ strict: false })
  const navigate = useNavigate()
  const { timeZone } = usePark()
  const key = JSON.stringify(raw)
  const choice = useMemo(() => choiceSchema.parse(JSON.parse(key)), [key])
  const go = useCallback(
    (search: AuditChoice) => void navigate({ to: '/audit', search: compact(search), replace: true }),
    [navigate],
  )
  const filter = useMemo(() => filterOf(choice, timeZone), [choice, timeZone])
  return {
    choice,
    filter,
    choose: (part) => go({ ...choice, ...part }),
    clear: () => go({}),
  }
}

function compact(choice: AuditChoice): AuditChoice {
  const entries = Object.entries(choice).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(entries)
}

function filterOf(choice: AuditChoice, timeZone: string): AuditFilter {
  const { from, to, ...others } = compact(choice)
  return {
    ...others,
    ...(from === undefined ? {} : { from: zonedToUtc(from, undefined, timeZone) }),
    ...(to === undefined ? {} : { to: zonedToUtc(dayAfter(to), undefined, timeZone) }),
  }
}

function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
