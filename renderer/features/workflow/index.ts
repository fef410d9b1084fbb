export { MoveBar } from './MoveBar'
export { Steps } from './Steps'
export { MoveToStatus } from './MoveToStatus'
