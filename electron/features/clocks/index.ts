export { followClocks, startWaiting, updateFollowed } from './follow'
export { knownClockwork, readClockwork } from './clockwork'
