export { detailsHandlers } from './details.handlers'
export { readPart } from './details.repo'
export { saveDetails } from './save-details'
