import { openReadable } from '../../data/connection'
import { searchAll } from '../../features/search'
import { wholeNumber } from '../options'
import type { CommandMaker } from '../program'

/** `search TEXT`: the best matches of all registers. */
export const addSearch: CommandMaker = (program, t, run) => {
  const command = program.command('search <text...>').description(t('cli:help.search'))
  command.option('--limit <n>', t('cli:option.limit'), '50')
  run<{ readonly limit: string }>(command, (session, options, words) => {
    const limit = wholeNumber(options.limit, '--limit', [1, 10_000], session.t)
    const db = openReadable(session.folder)
    try {
      const found = searchAll(db, words.join(' '), limit)
      const lines = found.results.map(({ feature, number, title }) => [feature, number, title].join('\t'))
      session.answer(found, [...lines, session.t('cli:search.total', { total: found.total })])
    } finally {
      db.close()
    }
  })
}
