export { AttachmentsCard } from './AttachmentsCard'
export { useAdding } from './use-adding'
export { useIncomingFiles } from './use-incoming-files'
