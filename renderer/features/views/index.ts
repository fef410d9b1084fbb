export { SavedViewChips } from './SavedViewChips'
export { SaveViewButton } from './SaveViewButton'
export { useShownView } from './view-list'
