export { DraftsButton } from './DraftsButton'
