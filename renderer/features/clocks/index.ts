export { useSoonUntil } from './use-soon-until'
