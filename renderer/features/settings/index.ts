export { AboutPage } from './AboutPage'
export { ParkForm } from './ParkForm'
export { emptyParkDraft } from './park-values'
export { SettingsPage } from './SettingsPage'
