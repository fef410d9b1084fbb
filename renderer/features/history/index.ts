export { HistoryList } from './HistoryList'
export { Timeline } from './Timeline'
