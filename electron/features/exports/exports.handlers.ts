import type { Handlers } from '../../data/handlers'
export const exportsHandlers = {} as Handlers<'exports'>
