export { detailsHandlers } from './details.handlers'
export { readPart } from './details.repo'
export { putDetailsBack, turned } from './put-back'
export { saveDetails } from './save-details'
