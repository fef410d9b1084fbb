export { importsHandlers } from './imports.handlers'
export { importsTasks } from './imports.tasks'
export { dropFindings, readProblems } from './findings'
export type { ImportInput } from './prepare-import'
