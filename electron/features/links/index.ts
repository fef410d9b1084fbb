export { linksHandlers } from './links.handlers'
export { blockersOf } from './links.repo'
