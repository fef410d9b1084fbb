export { HistoryList } from './HistoryList'
export { useChangeWords } from './use-change-words'
