export { printByElectron } from './print-by-electron'
export { countFigures } from './reports.service'
export { saveReports, type ReportTools, type SaveWish } from './save-reports'
