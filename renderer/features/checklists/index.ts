export { ChecklistCard } from './ChecklistCard'
