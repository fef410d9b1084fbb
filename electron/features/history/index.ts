export { historyHandlers } from './history.handlers'
