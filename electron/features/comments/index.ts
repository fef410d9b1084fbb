export { commentsHandlers } from './comments.handlers'
export { commentsById } from './comments.repo'
