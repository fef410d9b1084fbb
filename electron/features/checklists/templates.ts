import { v7 as newId } from 'uuid'
import { AppError } from '@shared/contract/result'
import { loggedName, type Need } from '@shared/features/checklists/checklist'
import type { ChecklistTemplate, TemplateContent } from '@shared/features/checklists/template'
import type { AnyValues } from '@shared/kernel/registers'
import { appendToLog } from '../../data/change-log'
import type { CommandContext } from '../../data/handlers'
import { differences, writeContext } from '../../data/records'
import { inTransaction } from '../../data/sql'
import { readTemplates, writeTemplate } from './checklists.repo'

export type TemplateWish = {
  readonly id: string | null
  /** The version it was opened at; 0 for a new one. */
  readonly version: number
  readonly content: TemplateContent
}

/** How much a paper is needed, in a sign that every language reads. */
const marks: Readonly<Record<Need, string>> = { required: '!', conditional: '?', optional: '–' }

/** A template as the change log keeps it: each paper by its place, so that old and new can be compared. */
function logged(template: TemplateContent | undefined): AnyValues {
  if (template === undefined) return {}
  const items = template.items.map(({ need, name }, index) => [
    `item ${index + 1}`,
    `${marks[need]} ${loggedName(name)}`,
  ])
  const { direction, transportMode } = template.when
  return {
    name: loggedName(template.name),
    type: template.type,
    direction: direction?.join(', ') || null,
    transportMode: transportMode?.join(', ') || null,
    retired: template.retired ? 1 : 0,
    ...(Object.fromEntries(items) as AnyValues),
  }
}

/** Saves a template as its next version, with old and new in the log. Errors: `not_found`, `changed_meanwhile`. */
export function saveTemplate(
  context: CommandContext,
  { id, version, content }: TemplateWish,
): ChecklistTemplate {
  const { db } = context
  const saved = inTransaction(db, () => {
    const before = id === null ? undefined : readTemplates(db).find((each) => each.id === id)
    if (id !== null && before === undefined) throw new AppError('not_found', { register: 'checklists' })
    if (before !== undefined && before.version !== version)
      throw new AppError('changed_meanwhile', { register: 'checklists' })
    const next = { ...content, id: id ?? newId(), version: (before?.version ?? 0) + 1 }
    const [old, now] = [logged(before), logged(next)]
    const gone = Object.keys(old).filter((key) => !(key in now))
    const changes = differences(old, { ...now, ...Object.fromEntries(gone.map((key) => [key, null])) })
    if (before !== undefined && Object.keys(changes).length === 0) return before
    writeTemplate(db, next, writeContext(context))
    const action = before === undefined ? 'created' : 'updated'
    const named = { name: [null, loggedName(next.name)] } as const
    appendToLog(
      db,
      { action, register: 'checklists', recordId: next.id, changes: { ...named, ...changes } },
      writeContext(context),
    )
    return next
  })
  context.changed('checklists')
  return saved
}
