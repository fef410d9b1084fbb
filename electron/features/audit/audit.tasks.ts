import { basename } from 'node:path'
import type { Right } from '@shared/contract/rights'
import type { AuditCheck, AuditEntry, AuditFilter } from '@shared/features/audit/audit.contract'
import type { Language } from '@shared/kernel/language'
import { checkChain } from '../../data/check-chain'
import { mustNotBePark, openReadable } from '../../data/connection'
import type { ReadableDb } from '../../data/sql'
import type { TaskContext } from '../../data/task'
import { writeCsv } from '../../platform/csv'
import { translator } from '../../platform/i18n'
import { writeWorkbook } from '../../platform/xlsx-write'
import { readPark } from '../settings'
import { readAnchors } from './anchors'
import { entryCells, entryColumns, wordsFor } from './entry-cells'
import { readEntries } from './entries.repo'
import { knownAnchors, parkIdOf } from './known-anchors'

export type CheckInput = { readonly anchor?: string | undefined }

/** Task: walks the whole log and looks for every anchor there is. Errors: `invalid_input` where `anchor` is none. */
function check({ anchor }: CheckInput, context: TaskContext): AuditCheck {
  const { found, spoiled } = readAnchors(context.folder)
  const db = openReadable(context.folder)
  try {
    const anchors = knownAnchors(context.folder, anchor, parkIdOf(db))
    const checked = checkChain(db, anchors, (done) => {
      context.checkCancelled()
      context.progress('verifying', done, null)
    })
    return { ...checked, file: { found, spoiled } }
  } finally {
    db.close()
  }
}

export type SaveInput = {
  readonly filter: AuditFilter
  readonly format: 'csv' | 'xlsx'
  readonly language: Language
  readonly path: string
  /** Of whoever saves: what they may not see is not written. */
  readonly rights: readonly Right[]
}

const pageEntries = 500

/** Every entry of a filter, newest first. */
function* allEntries(
  db: ReadableDb,
  input: SaveInput,
  onPage: (done: number) => void,
): Generator<AuditEntry> {
  const rights = new Set(input.rights)
  let before: number | null = null
  let done = 0
  for (;;) {
    const page = readEntries(db, { filter: input.filter, before, limit: pageEntries, rights })
    yield* page.rows
    done += page.rows.length
    onPage(done)
    if (page.next === null) return
    before = Number(page.next)
  }
}

/** Task: writes the entries of a filter to a file, complete or not at all. Errors: `target_unwritable`, `disk_full`, `cancelled`. */
async function save(
  input: SaveInput,
  context: TaskContext,
): Promise<{ readonly rows: number; readonly fileName: string }> {
  mustNotBePark(context.folder, input.path)
  const db = openReadable(context.folder)
  let rows = 0
  try {
    // One transaction: all of it is of the same moment.
    db.exec('BEGIN')
    const words = wordsFor(db, translator(input.language), input.language, readPark(db).timeZone)
    const columns = entryColumns(words)
    function* lines() {
      for (const entry of allEntries(db, input, report)) {
        rows += 1
        yield entryCells(entry, words)
      }
    }
    const report = (done: number) => {
      context.checkCancelled()
      context.progress('writing', done, null)
    }
    if (input.format === 'csv') {
      function* table() {
        yield columns.map(({ header }) => header)
        yield* lines()
      }
      await writeCsv(input.path, table(), { delimiter: input.language === 'ru' ? ';' : ',', bom: true })
    } else {
      const name = words.t('audit:sheet')
      await writeWorkbook(input.path, [
        { name, columns, rows: lines(), frozenHeader: true, autoFilter: true },
      ])
    }
    return { rows, fileName: basename(input.path) }
  } finally {
    db.close()
  }
}

export const auditTasks = { 'audit.check': check, 'audit.save': save }
