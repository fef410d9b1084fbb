export * from './requests.repo'
export { requestsHandlers } from './requests.handlers'
export { requestMoment } from './requests.handlers'
