export { viewsHandlers } from './views.handlers'
