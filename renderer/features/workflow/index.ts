export { MoveBar } from './MoveBar'
export { ReassignButton } from './ReassignButton'
export { StatusTag } from './StatusTag'
export { Steps } from './Steps'
