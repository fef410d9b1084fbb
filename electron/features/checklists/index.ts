export { checklistsHandlers } from './checklists.handlers'
export { countOpenItems } from './checklists.repo'
export { startOwnChecklist } from './change'
