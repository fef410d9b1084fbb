export { IncidentFormPage } from './IncidentFormPage'
export { IncidentPage } from './IncidentPage'
export { IncidentsPage } from './IncidentsPage'
