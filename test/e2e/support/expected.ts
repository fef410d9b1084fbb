import { readFileSync } from 'node:fs'
import type { Language } from '@shared/kernel/language'
import type { RegisterName } from '@shared/kernel/registers'
import { inProject } from './project'

type Counts = Readonly<Record<string, number>>

/** The figures the sample workbooks of a language must give, as they were worked out independently of the product. */
export type Expected = {
  readonly month: string
  readonly import: Readonly<
    Record<RegisterName, { readonly rows: number; readonly created: number; readonly rejected: Counts }>
  >
  readonly import_warnings: Partial<Readonly<Record<RegisterName, { readonly check_digit?: number }>>>
  readonly report: {
    readonly tenants: {
      readonly active: number
      readonly moved_in: number
      readonly moved_out: number
      readonly by_country: Counts
      readonly by_size: Counts
      readonly leased_area_m2: number
      readonly employees: number
      readonly local_employees: number
    }
    readonly requests: {
      readonly received: Counts
      readonly closed: Counts
      readonly open_at_end: number
      readonly turnaround_hours_median: number
      readonly on_time: number
      readonly closed_with_due: number
      readonly customs_value_received: Counts
    }
    readonly incidents: {
      readonly occurred: number
      readonly by_severity: Counts
      readonly by_category: Counts
      readonly injured: number
      readonly loss: Counts
      readonly open_at_end: number
    }
  }
}

export function expectedOf(language: Language): Expected {
  const path = inProject('test/fixtures/samples', language, 'expected.json')
  return JSON.parse(readFileSync(path, 'utf8')) as Expected
}

export function sum(counts: Counts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}
