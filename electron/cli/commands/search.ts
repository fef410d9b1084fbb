import { openReadable } from '../../data/connection'
import { restrictedAmong } from '../../data/records'
import { noteRestrictedReads } from '../../features/audit'
import { searchAll } from '../../features/search'
import { wholeNumber } from '../options'
import type { CommandMaker } from '../program'

/** Nobody waits at a key here: all matches are counted. */
const everyMatch = Number.MAX_SAFE_INTEGER - 1

/** `search TEXT`: the best matches of all registers. */
export const addSearch: CommandMaker = (program, t, run) => {
  const command = program.command('search <text...>').description(t('cli:help.search'))
  command.option('--limit <n>', t('cli:option.limit'), '50')
  run<{ readonly limit: string }>(command, async (session, options, words) => {
    const limit = wholeNumber(options.limit, '--limit', [1, 10_000], session.t)
    const who = await session.admit('search.find')
    const db = openReadable(session.folder)
    try {
      const { results, total } = searchAll(db, words.join(' '), { limit, counted: everyMatch }, who.rights)
      const incidents = results.filter(({ feature }) => feature === 'incidents').map(({ id }) => id)
      const asking = { db, session: who, now: Date.now, enter: session.enter }
      noteRestrictedReads(asking, restrictedAmong(db, incidents))
      const lines = results.map(({ feature, number, title }) => [feature, number, title].join('\t'))
      session.answer({ results, total }, [...lines, session.t('cli:search.total', { total })])
    } finally {
      db.close()
    }
  })
}
