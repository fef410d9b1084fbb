export { StorageTroublePage } from './StorageTroublePage'
export { WelcomePage } from './WelcomePage'
