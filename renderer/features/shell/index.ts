export { Shell } from './Shell'
export { sections } from './sections'
