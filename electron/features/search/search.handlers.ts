import { countedMatches } from '@shared/features/search/search.contract'
import type { Handlers } from '../../data/handlers'
import { restrictedAmong } from '../../data/records'
import { noteRestrictedReads } from '../audit'
import { searchAll } from './search.repo'

export const searchHandlers: Handlers<'search'> = {
  find: ({ text, limit }, context) => {
    const found = searchAll(context.db, text, { limit, counted: countedMatches }, context.session.rights)
    const incidents = found.results.filter(({ feature }) => feature === 'incidents').map(({ id }) => id)
    const restricted = restrictedAmong(context.db, incidents)
    if (restricted.length > 0) noteRestrictedReads(context, restricted)
    return found
  },
}
