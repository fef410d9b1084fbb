// Apart from the index: these screens carry the holidays of ten countries, which no other screen needs.
export { ServiceLevelsPage } from './ServiceLevelsPage'
export { WorkingTimePage } from './WorkingTimePage'
