export { DetailsCard } from './DetailsCard'
export { DetailsPage } from './DetailsPage'
