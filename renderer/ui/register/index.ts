export { ColumnChooser } from './ColumnChooser'
export { Register } from './Register'
export type { ColumnLayout, RegisterColumn, RegisterRow, RegisterSort } from './types'
