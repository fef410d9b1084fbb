export { SavedViewChips } from './SavedViewChips'
export { SaveViewButton } from './SaveViewButton'
export type { ListState } from './view-list'
