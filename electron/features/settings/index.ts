export * from './settings.repo'
export { settingsHandlers } from './settings.handlers'
