import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { AccountsPage } from '../features/accounts'
import { ManualPage } from '../features/manual'
import { OverviewPage } from '../features/overview'
import { Skeleton } from '../ui'
import { auditSearch } from './audit-search'
import { codesSearch } from './codes-search'
import { newRecordSearch, registerSearch } from './register-search'
import { Root } from './Root'
import { ScreenFailed } from './ScreenFailed'
import { ScreenMissing } from './ScreenMissing'

const root = createRootRoute({ component: Root })
const child = { getParentRoute: () => root }

const tenants = () => import('../features/tenants')
const requests = () => import('../features/requests')
const incidents = () => import('../features/incidents')
const clocks = () => import('../features/clocks/pages')

const routeTree = root.addChildren([
  createRoute({
    ...child,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/overview', replace: true })
    },
  }),
  createRoute({ ...child, path: '/overview', component: OverviewPage }),
  createRoute({
    ...child,
    path: '/tenants',
    validateSearch: registerSearch,
    component: lazyRouteComponent(tenants, 'TenantsPage'),
  }),
  createRoute({ ...child, path: '/tenants/new', component: lazyRouteComponent(tenants, 'TenantFormPage') }),
  createRoute({ ...child, path: '/tenants/$id', component: lazyRouteComponent(tenants, 'TenantPage') }),
  createRoute({
    ...child,
    path: '/tenants/$id/edit',
    component: lazyRouteComponent(tenants, 'TenantFormPage'),
  }),
  createRoute({
    ...child,
    path: '/requests',
    validateSearch: registerSearch,
    component: lazyRouteComponent(requests, 'RequestsPage'),
  }),
  createRoute({
    ...child,
    path: '/requests/new',
    validateSearch: newRecordSearch,
    component: lazyRouteComponent(requests, 'RequestFormPage'),
  }),
  createRoute({
    ...child,
    path: '/requests/board',
    validateSearch: registerSearch,
    component: lazyRouteComponent(() => import('../features/requests/board'), 'BoardPage'),
  }),
  createRoute({ ...child, path: '/requests/$id', component: lazyRouteComponent(requests, 'RequestPage') }),
  createRoute({
    ...child,
    path: '/requests/$id/edit',
    component: lazyRouteComponent(requests, 'RequestFormPage'),
  }),
  createRoute({
    ...child,
    path: '/requests/$id/details',
    component: lazyRouteComponent(() => import('../features/details'), 'DetailsPage'),
  }),
  createRoute({
    ...child,
    path: '/incidents',
    validateSearch: registerSearch,
    component: lazyRouteComponent(incidents, 'IncidentsPage'),
  }),
  createRoute({
    ...child,
    path: '/incidents/new',
    validateSearch: newRecordSearch,
    component: lazyRouteComponent(incidents, 'IncidentFormPage'),
  }),
  createRoute({ ...child, path: '/incidents/$id', component: lazyRouteComponent(incidents, 'IncidentPage') }),
  createRoute({
    ...child,
    path: '/incidents/$id/edit',
    component: lazyRouteComponent(incidents, 'IncidentFormPage'),
  }),
  createRoute({
    ...child,
    path: '/import',
    component: lazyRouteComponent(() => import('../features/imports'), 'ImportPage'),
  }),
  createRoute({
    ...child,
    path: '/reports',
    component: lazyRouteComponent(() => import('../features/reports'), 'ReportsPage'),
  }),
  createRoute({
    ...child,
    path: '/backups',
    component: lazyRouteComponent(() => import('../features/backups'), 'BackupsPage'),
  }),
  createRoute({ ...child, path: '/working-time', component: lazyRouteComponent(clocks, 'WorkingTimePage') }),
  createRoute({
    ...child,
    path: '/service-levels',
    component: lazyRouteComponent(clocks, 'ServiceLevelsPage'),
  }),
  createRoute({
    ...child,
    path: '/settings',
    component: lazyRouteComponent(() => import('../features/settings'), 'SettingsPage'),
  }),
  createRoute({
    ...child,
    path: '/checklists',
    component: lazyRouteComponent(() => import('../features/checklists'), 'TemplatesPage'),
  }),
  createRoute({
    ...child,
    path: '/audit',
    validateSearch: auditSearch,
    component: lazyRouteComponent(() => import('../features/audit'), 'AuditPage'),
  }),
  createRoute({
    ...child,
    path: '/codes',
    validateSearch: codesSearch,
    component: lazyRouteComponent(() => import('../features/codes'), 'CodesPage'),
  }),
  createRoute({ ...child, path: '/accounts', component: AccountsPage }),
  createRoute({ ...child, path: '/manual', component: ManualPage }),
  createRoute({
    ...child,
    path: '/about',
    component: lazyRouteComponent(() => import('../features/settings'), 'AboutPage'),
  }),
  createRoute({
    ...child,
    path: '/welcome',
    component: lazyRouteComponent(() => import('../features/welcome'), 'WelcomePage'),
  }),
  createRoute({
    ...child,
    path: '/rescue',
    component: lazyRouteComponent(() => import('../features/welcome'), 'RescuePage'),
  }),
])

export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultPendingComponent: () => <Skeleton lines={8} />,
  defaultPendingMs: 120,
  defaultErrorComponent: ScreenFailed,
  defaultNotFoundComponent: ScreenMissing,
})

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: typeof router
  }
}
