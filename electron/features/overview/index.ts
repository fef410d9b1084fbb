export { overviewHandlers } from './overview.handlers'
