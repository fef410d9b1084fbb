export * from './tenants.repo'
export { tenantsHandlers } from './tenants.handlers'
