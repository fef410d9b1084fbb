export { exportsHandlers } from './exports.handlers'
export { exportsTasks, type ExportInput } from './exports.tasks'
