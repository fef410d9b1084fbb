import type { Handlers } from '../../data/handlers'
import { searchAll } from './search.repo'

export const searchHandlers: Handlers<'search'> = {
  find: ({ text, limit }, { db }) => searchAll(db, text, limit),
}
