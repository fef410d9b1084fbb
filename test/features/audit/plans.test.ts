import { expect, test } from 'vitest'
import type { AuditFilter } from '@shared/features/audit/audit.contract'
import { all, sql } from '../../../electron/data/sql'
import { conditions, entriesQuery } from '../../../electron/features/audit/entries.repo'
import { memoryPark } from '../../support/park'

const million = { low: 980_000, high: 1_000_000 }

function planOf(filter: AuditFilter): string {
  const query = entriesQuery(conditions(filter, undefined), million, 200)
  const lines = all<{ detail: string }>(memoryPark(), sql`EXPLAIN QUERY PLAN ${query}`)
  return lines.map(({ detail }) => detail).join('\n')
}

test.each([
  [{}, 'INTEGER PRIMARY KEY (rowid>? AND rowid<?)'],
  [{ actor: 'anna' }, 'change_log_by_actor (actor=? AND seq>? AND seq<?)'],
  [{ action: ['refused'] }, 'change_log_apart (action=? AND seq>? AND seq<?)'],
  [{ subject: ['accounts'] }, 'change_log_of_subject (register=? AND seq>? AND seq<?)'],
  [{ actor: 'anna', action: ['refused'] }, 'change_log_apart (action=? AND seq>? AND seq<?)'],
  [{ action: ['updated'] }, 'INTEGER PRIMARY KEY (rowid>? AND rowid<?)'],
] as const satisfies readonly (readonly [AuditFilter, string])[])(
  'a step of %j looks at a bounded part of the log along %s and sorts nothing',
  (filter, index) => {
    const plan = planOf(filter)
    expect(plan).toContain(index)
    expect(plan).not.toContain('TEMP B-TREE')
  },
)
