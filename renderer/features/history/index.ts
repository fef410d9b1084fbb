export { HistoryList } from './HistoryList'
export { Timeline } from './Timeline'
export { useChangeWords } from './use-change-words'
