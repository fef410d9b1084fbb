export { searchHandlers } from './search.handlers'
export { searchAll } from './search.repo'
