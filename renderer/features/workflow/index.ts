export { MoveBar } from './MoveBar'
export { StatusTag } from './StatusTag'
export { Steps } from './Steps'
