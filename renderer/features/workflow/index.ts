export { MoveBar } from './MoveBar'
export { Steps } from './Steps'
