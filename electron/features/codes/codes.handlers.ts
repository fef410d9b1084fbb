import { AppError } from '@shared/contract/result'
import { codebookNames, type CodebookName } from '@shared/features/codes/codebooks'
import { isGroup, normaliseCode } from '@shared/features/codes/code'
import type { CodebookCount, CodeRow } from '@shared/features/codes/codes.contract'
import type { CommandContext, Handlers, QueryContext } from '../../data/handlers'
import { parkDay } from '../../platform/park-time'
import { readPark } from '../settings'
import { codebookOf, shownRow, type Codebook } from './codebook'
import { hideCode, saveCode } from './keep'

/** Today in the park. */
const today = ({ db, now }: QueryContext) => parkDay(now(), readPark(db).timeZone).date

async function countOf({ db }: QueryContext, list: CodebookName): Promise<CodebookCount> {
  const { entries } = await codebookOf(db, list)
  const codes = entries.filter(({ code }) => !isGroup(list, code))
  const of = (fits: (entry: (typeof codes)[number]) => boolean) => codes.filter(fits).length
  return {
    list,
    codes: codes.length,
    own: of(({ origin }) => origin === 'own'),
    changed: of(({ origin }) => origin === 'changed'),
    hidden: of(({ hidden }) => hidden),
  }
}

/** Changes a list by `change` and answers the code as it is afterwards. */
async function changing(
  context: CommandContext,
  { list, code }: { readonly list: CodebookName; readonly code: string },
  change: (book: Codebook) => void,
): Promise<CodeRow> {
  // Nothing else runs between reading the list and writing: only the list's text is waited for.
  change(await codebookOf(context.db, list))
  context.changed('codes', 'audit')
  const entry = (await codebookOf(context.db, list)).entry(normaliseCode(list, code))
  if (!entry) throw new AppError('not_found')
  return shownRow(entry, today(context))
}

export const codesHandlers: Handlers<'codes'> = {
  lists: (_input, context) => Promise.all(codebookNames.map((list) => countOf(context, list))),
  find: async ({ list, text, at, limit }, context) =>
    (await codebookOf(context.db, list)).find(text, at ?? today(context), limit),
  labels: async ({ list, codes, at }, context) => {
    const book = await codebookOf(context.db, list)
    const day = at ?? today(context)
    return codes.map((code) => book.known(code, day))
  },
  page: async ({ list, text, view, cursor, limit }, context) =>
    (await codebookOf(context.db, list)).page(view, text, today(context), cursor, limit),
  save: (input, context) => changing(context, input, (book) => saveCode(input, book, context)),
  retire: (input, context) => changing(context, input, (book) => hideCode(input, true, book, context)),
  restore: (input, context) => changing(context, input, (book) => hideCode(input, false, book, context)),
}
