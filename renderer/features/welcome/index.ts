export { WelcomePage } from './WelcomePage'
