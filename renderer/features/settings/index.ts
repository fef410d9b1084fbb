export { AboutPage } from './AboutPage'
export { SettingsPage } from './SettingsPage'
