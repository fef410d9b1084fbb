import { createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Filter } from '@shared/contract/page'
import type { Right } from '@shared/contract/rights'
import type { ExportFormat } from '@shared/features/exports/exports.contract'
import { fieldLabel } from '@shared/kernel/field-labels'
import type { Language } from '@shared/kernel/language'
import type { RegisterName } from '@shared/kernel/registers'
import { mustNotBePark, openReadable } from '../../data/connection'
import type { TaskContext } from '../../data/task'
import { writeCsv } from '../../platform/csv'
import { translator } from '../../platform/i18n'
import { replaceFile } from '../../platform/replace-file'
import { writeWorkbook } from '../../platform/xlsx-write'
import { tenantReferences } from '../imports'
import { readPark } from '../settings'
import { columnType, jsonCell, textCell, workbookCell, type CellStyle, type ExportCell } from './export-cells'
import { cellRows, exportFields, exportRows, type ExportRows } from './export-rows'

/** Plain data: what an export is told. Without a filter the whole register. */
export type ExportInput = {
  readonly register: RegisterName
  readonly format: ExportFormat
  readonly language: Language
  readonly path: string
  /** Of whoever exports: what they may not see is not written. */
  readonly rights: readonly Right[]
  readonly filter?: Filter | undefined
}

const stepRows = 500

/** What was written; `restricted` are the records among the rows that not everybody may see. */
export type ExportResult = {
  readonly rows: number
  readonly fileName: string
  readonly restricted: number
}

/** Task: writes the rows of a register to a file, complete or not at all; importing it again changes nothing. */
async function run(input: ExportInput, context: TaskContext): Promise<ExportResult> {
  mustNotBePark(context.folder, input.path)
  const db = openReadable(context.folder)
  try {
    // One transaction: the count, the tenants' names and the rows are of the same moment.
    db.exec('BEGIN')
    const { timeZone } = readPark(db)
    const found = exportRows(db, input.register, input.filter, Date.now(), timeZone, new Set(input.rights))
    const style: CellStyle = { language: input.language, timeZone, tenant: tenantReferences(db) }
    await writers[input.format](input, found, style, (done) => {
      if (done % stepRows !== 0) return
      context.checkCancelled()
      context.progress('writing', done, found.count)
    })
    return { rows: found.count, fileName: basename(input.path), restricted: found.restricted }
  } finally {
    db.close()
  }
}

type Writer = (
  input: ExportInput,
  found: ExportRows,
  style: CellStyle,
  onRow: (done: number) => void,
) => Promise<void>

const writers: Readonly<Record<ExportFormat, Writer>> = { csv: asCsv, xlsx: asWorkbook, json: asJson }

const fieldsOf = ({ register, rights }: ExportInput) => exportFields(register, new Set(rights))

function headings(input: ExportInput): readonly string[] {
  return fieldsOf(input).map(([field]) => fieldLabel(input.register, field, input.language))
}

async function asCsv(...[input, found, style, onRow]: Parameters<Writer>): Promise<void> {
  function* lines(): Generator<readonly ExportCell[]> {
    yield headings(input)
    yield* cellRows(fieldsOf(input), found.rows(), textCell, style, onRow)
  }
  await writeCsv(input.path, lines(), { delimiter: input.language === 'ru' ? ';' : ',', bom: true })
}

async function asWorkbook(...[input, found, style, onRow]: Parameters<Writer>): Promise<void> {
  const labels = headings(input)
  const columns = fieldsOf(input).map(([, spec], index) => ({
    header: labels[index] ?? '',
    width: spec.kind === 'text' && spec.maxLength > 100 ? 36 : 18,
    type: columnType(spec),
  }))
  const rows = cellRows(fieldsOf(input), found.rows(), workbookCell, style, onRow)
  const name = translator(input.language)(`exports:sheet.${input.register}`)
  await writeWorkbook(input.path, [{ name, columns, rows, frozenHeader: true, autoFilter: true }])
}

async function asJson(...[input, found, style, onRow]: Parameters<Writer>): Promise<void> {
  // A tenant stands by its name there, not by the id the field holds.
  const names = fieldsOf(input).map(([field]) => (field === 'tenantId' ? 'tenant' : field))
  function* pieces(): Generator<string> {
    let separator = '[\n'
    for (const cells of cellRows(fieldsOf(input), found.rows(), jsonCell, style, onRow)) {
      const record = Object.fromEntries(names.map((name, index) => [name, cells[index]]))
      yield `${separator}${JSON.stringify(record)}`
      separator = ',\n'
    }
    yield separator === '[\n' ? '[]\n' : '\n]\n'
  }
  await replaceFile(input.path, (temporary) =>
    pipeline(Readable.from(pieces()), createWriteStream(temporary, { flags: 'wx' })),
  )
}

export const exportsTasks = { 'exports.run': run }
