import type { Condition, FilterInput } from '@shared/contract/page'

export type GroupInput = NonNullable<FilterInput['group']>

/** Conditions of a group and of all groups within it. */
export function countConditions({ conditions = [], groups = [] }: GroupInput): number {
  return conditions.length + groups.reduce((sum, group) => sum + countConditions(group), 0)
}

/** A group with its groups that say something; a group without any condition asks for nothing. */
export function pruned(group: GroupInput): GroupInput | undefined {
  if (countConditions(group) === 0) return undefined
  const groups = (group.groups ?? []).map(pruned).filter((each) => each !== undefined)
  return { ...group, groups }
}

/** The group with a condition put in place of the one at an index, or added at the end. */
export function withCondition(group: GroupInput, condition: Condition, index?: number): GroupInput {
  const conditions = [...(group.conditions ?? [])]
  conditions.splice(index ?? conditions.length, 1, condition)
  return { ...group, conditions }
}

/** The group without its condition at an index. */
export function withoutCondition(group: GroupInput, index: number): GroupInput {
  return { ...group, conditions: (group.conditions ?? []).toSpliced(index, 1) }
}

/** The group with another one in place of that at an index; undefined takes it away. */
export function withGroup(group: GroupInput, index: number, next: GroupInput | undefined): GroupInput {
  const groups = group.groups ?? []
  return { ...group, groups: next ? groups.with(index, next) : groups.toSpliced(index, 1) }
}
