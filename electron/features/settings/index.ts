export * from './settings.repo'
export { keepEarlyPreferences, settingsHandlers } from './settings.handlers'
