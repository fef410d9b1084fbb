export { CodesCard } from './CodesCard'
export { CodesPage } from './CodesPage'
