export { clocksHandlers, parkSoonUntil } from './clocks.handlers'
export { readClockwork } from './clockwork'
export { followClocks, startWaiting, updateFollowed } from './follow'
