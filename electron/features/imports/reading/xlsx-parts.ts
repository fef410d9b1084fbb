import { posix } from 'node:path'
import { dateFormatIds } from './date-format'
import type { SourceFile } from './source-file'
import type { Package } from './xlsx-gate'
import { attribute, createXmlScanner, XmlError, type XmlHandlers } from './xml-scanner'

export type SheetPart = { readonly name: string; readonly part: string; readonly visible: boolean }

/** Where the things of a workbook are. */
export type WorkbookParts = {
  readonly sheets: readonly SheetPart[]
  readonly date1904: boolean
  readonly sharedStrings: string | undefined
  readonly styles: string | undefined
}

type Relation = { readonly type: string; readonly part: string }

/** Scans one part; broken XML becomes `file_damaged`. `onText` is told the length of every piece. */
export async function scanPart(
  zip: Package,
  part: string,
  file: SourceFile,
  handlers: XmlHandlers & { readonly onText?: (characters: number) => void },
): Promise<void> {
  const scanner = createXmlScanner(handlers)
  try {
    for await (const piece of zip.text(part)) {
      scanner.push(piece)
      handlers.onText?.(piece.length)
    }
    scanner.end()
  } catch (error) {
    throw error instanceof XmlError ? file.fail('file_damaged', { part }) : error
  }
}

/** Finds the workbook and its sheets by their relations. Throws `file_not_workbook` for other Office documents. */
export async function readWorkbookParts(zip: Package, file: SourceFile): Promise<WorkbookParts> {
  const root = [...(await readRelations(zip, '', file)).values()].find(
    ({ type }) => type === 'officeDocument',
  )
  if (!root) throw file.fail('file_not_workbook', { kind: 'zip' })
  if (root.part.endsWith('.bin')) throw file.fail('file_not_workbook', { kind: 'xlsb' })
  const relations = await readRelations(zip, root.part, file)
  const partOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.part
  const sheets: SheetPart[] = []
  let date1904 = false
  let isWorkbook = false
  await scanPart(zip, root.part, file, {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true
      if (name === 'workbookPr') date1904 = /^(1|true|on)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const relation = relations.get(attribute(attributes, 'id') ?? '')
      if (relation?.type !== 'worksheet') return
      const visible = (attribute(attributes, 'state') ?? 'visible') === 'visible'
      sheets.push({ name: attribute(attributes, 'name') ?? '', part: relation.part, visible })
    },
    close: () => undefined,
  })
  if (!isWorkbook) throw file.fail('file_not_workbook', { kind: 'office' })
  return { sheets, date1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') }
}

/** The relations of a part by their id; the empty part is the package itself. */
async function readRelations(
  zip: Package,
  part: string,
  file: SourceFile,
): Promise<ReadonlyMap<string, Relation>> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const relations = new Map<string, Relation>()
  await scanPart(zip, `${folder}_rels/${part.slice(slash)}.rels`, file, {
    open: (name, attributes) => {
      const target = attribute(attributes, 'Target')
      if (name !== 'Relationship' || target === undefined) return
      // Strict and transitional workbooks differ in the beginning of the type only.
      const type = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? ''
      relations.set(attribute(attributes, 'Id') ?? '', { type, part: resolvePart(folder, target) })
    },
    close: () => undefined,
  })
  return relations
}

function resolvePart(folder: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
}

/** For every cell style, in order, whether its numbers are dates. */
export async function readDateStyles(
  zip: Package,
  part: string | undefined,
  file: SourceFile,
): Promise<readonly boolean[]> {
  if (part === undefined || !zip.has(part)) return []
  const custom = new Map<number, string>()
  const formatIds: number[] = []
  let inCellStyles = false
  await scanPart(zip, part, file, {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        custom.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      }
      if (name === 'cellXfs') inCellStyles = true
      if (name === 'xf' && inCellStyles) formatIds.push(Number(attribute(attributes, 'numFmtId') ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return dateFormatIds(formatIds, custom)
}
