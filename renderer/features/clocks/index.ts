export { ClocksCard } from './ClocksCard'
export { useSoonUntil } from './use-soon-until'
export { WorkingTimeCard } from './WorkingTimeCard'
