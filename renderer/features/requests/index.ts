export { RequestFormPage } from './RequestFormPage'
export { RequestPage } from './RequestPage'
export { RequestsPage } from './RequestsPage'
