export { codebookOf, type Codebook } from './codebook'
export { codesHandlers } from './codes.handlers'
