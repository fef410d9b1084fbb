export { printByElectron } from './print-by-electron'
export { countFigures, monthFigures, requestTrend } from './reports.service'
export { reportEntry } from './report-entry'
export { saveReports, type ReportTools, type SaveWish } from './save-reports'
