import { makeZip, type ZipPart } from './zip'

const head = '<?xml version="1.0" encoding="UTF-8"?>'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageTypes = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

export type WorkbookParts = {
  /** What stands inside `sheetData`. */
  readonly rows?: string
  /** The whole XML of the sheet. */
  readonly sheet?: string | Buffer
  /** What stands inside `sst`. */
  readonly strings?: string | Buffer
  /** What stands inside `styleSheet`. */
  readonly styles?: string
  /** Attributes of `workbookPr`. */
  readonly properties?: string
  readonly extra?: readonly ZipPart[]
}

/** A small workbook with one sheet named S. */
export function makeWorkbook(parts: WorkbookParts): Buffer {
  return makeZip([
    { name: '[Content_Types].xml', data: `${head}<Types/>` },
    {
      name: '_rels/.rels',
      data: `${head}<Relationships ${packageTypes}><Relationship Id="rId1" Type="${types}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${head}<workbook ${main} xmlns:r="${types}"><workbookPr ${parts.properties ?? ''}/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${head}<Relationships ${packageTypes}><Relationship Id="rId1" Type="${types}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${types}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="${types}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: parts.sheet ?? sheetXml(parts.rows ?? '') },
    {
      name: 'xl/sharedStrings.xml',
      data: typeof parts.strings === 'object' ? parts.strings : stringsXml(parts.strings),
    },
    { name: 'xl/styles.xml', data: `${head}<styleSheet ${main}>${parts.styles ?? ''}</styleSheet>` },
    ...(parts.extra ?? []),
  ])
}

export function sheetXml(rows: string): string {
  return `${head}<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`
}

function stringsXml(items = ''): string {
  return `${head}<sst ${main}>${items}</sst>`
}

/** A cell with a text of its own. */
export function inlineCell(reference: string, text: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
}
