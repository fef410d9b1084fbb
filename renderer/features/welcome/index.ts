export { RescuePage } from './RescuePage'
export { WelcomePage } from './WelcomePage'
