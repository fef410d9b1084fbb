export { BackupsPage } from './BackupsPage'
