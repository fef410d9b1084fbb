export { textCell, type CellStyle } from './export-cells'
export { exportEntry } from './export-entry'
export { exportsHandlers } from './exports.handlers'
export { exportsTasks, type ExportInput } from './exports.tasks'
