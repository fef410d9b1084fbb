export { countFigures } from './reports.service'
