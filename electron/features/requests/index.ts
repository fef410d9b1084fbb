export * from './requests.repo'
export { requestsHandlers } from './requests.handlers'
export { requestMoment, requestRules } from './requests.handlers'
