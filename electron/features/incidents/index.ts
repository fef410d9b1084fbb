export * from './incidents.repo'
export { incidentsHandlers } from './incidents.handlers'
