export { TenantFormPage } from './TenantFormPage'
export { TenantPage } from './TenantPage'
export { TenantsPage } from './TenantsPage'
