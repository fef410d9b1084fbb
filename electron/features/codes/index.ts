export { codesHandlers } from './codes.handlers'
