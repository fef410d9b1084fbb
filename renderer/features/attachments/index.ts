export { AttachmentsCard } from './AttachmentsCard'
