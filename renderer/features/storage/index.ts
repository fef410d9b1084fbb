export { DataCard } from './DataCard'
export { SampleCard } from './SampleCard'
export { StorageTroublePage } from './StorageTroublePage'
