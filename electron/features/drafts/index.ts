export { draftsHandlers } from './drafts.handlers'
