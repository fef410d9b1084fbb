export { ColumnChooser } from './ColumnChooser'
export { isTaken, recordStep } from './record-step'
export { Register } from './Register'
export type { ColumnLayout, RegisterColumn, RegisterRow, RegisterSort } from './types'
