export { ChecklistCard } from './ChecklistCard'
export { TemplatesCard } from './TemplatesCard'
export { TemplatesPage } from './TemplatesPage'
