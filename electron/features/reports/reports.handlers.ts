import type { Handlers } from '../../data/handlers'
export const reportsHandlers = {} as Handlers<'reports'>
