import type { ChecklistOf } from '@shared/features/checklists/checklists.contract'
import { templatesFor } from '@shared/features/checklists/template'
import type { Handlers, QueryContext } from '../../data/handlers'
import { mustSeeRecord } from '../../data/records'
import { moveFile, setItem, start } from './change'
import { readChecklist, readTemplates } from './checklists.repo'
import { saveTemplate } from './templates'

function checklistOf({ db, session }: QueryContext, requestId: string): ChecklistOf {
  const record = mustSeeRecord(db, 'requests', requestId, session.rights)
  const checklist = readChecklist(db, requestId)
  if (checklist !== null) return { checklist, offered: [] }
  const fitting = templatesFor(readTemplates(db), record)
  const offered = fitting.map(({ id, name, items }) => ({ id, name, items: items.length }))
  return { checklist: null, offered }
}

export const checklistsHandlers: Handlers<'checklists'> = {
  of: ({ requestId }, context) => checklistOf(context, requestId),
  start: ({ requestId, templateId }, context) => {
    start(context, requestId, templateId)
    return checklistOf(context, requestId)
  },
  setItem: (wish, context) => {
    setItem(context, wish)
    return checklistOf(context, wish.requestId)
  },
  putFile: (wish, context) => {
    moveFile(context, wish, true)
    return checklistOf(context, wish.requestId)
  },
  takeFile: (wish, context) => {
    moveFile(context, wish, false)
    return checklistOf(context, wish.requestId)
  },
  templates: (_input, { db }) => readTemplates(db),
  saveTemplate: (wish, context) => saveTemplate(context, wish),
}
