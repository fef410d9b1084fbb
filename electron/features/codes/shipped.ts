import type { CodebookName } from '@shared/features/codes/codebooks'
import { readCodebook, type ShippedCode } from '@shared/features/codes/read-codebook'

type Text = { readonly default: string }

// Each list is a file of its own beside the bundle and is read when somebody first asks for it, never at a start.
const texts: Readonly<Record<CodebookName, () => Promise<Text>>> = {
  hs: () => import('@resources/code-lists/hs.tsv?raw'),
  procedure: () => import('@resources/code-lists/procedure.tsv?raw'),
  supervisionMode: () => import('@resources/code-lists/supervisionMode.tsv?raw'),
  incoterm: () => import('@resources/code-lists/incoterm.tsv?raw'),
  borderPoint: () => import('@resources/code-lists/borderPoint.tsv?raw'),
  customsOffice: () => import('@resources/code-lists/customsOffice.tsv?raw'),
  documentType: () => import('@resources/code-lists/documentType.tsv?raw'),
  transportDocument: () => import('@resources/code-lists/transportDocument.tsv?raw'),
  unit: () => import('@resources/code-lists/unit.tsv?raw'),
  containerType: () => import('@resources/code-lists/containerType.tsv?raw'),
  wagonType: () => import('@resources/code-lists/wagonType.tsv?raw'),
  milestone: () => import('@resources/code-lists/milestone.tsv?raw'),
  legalCategory: () => import('@resources/code-lists/legalCategory.tsv?raw'),
  valuationMethod: () => import('@resources/code-lists/valuationMethod.tsv?raw'),
  dutyPreference: () => import('@resources/code-lists/dutyPreference.tsv?raw'),
}

const read = new Map<CodebookName, readonly ShippedCode[]>()

/** The codes of a list as the program brings them, in the order in which they are offered; read once. */
export async function shippedCodes(list: CodebookName): Promise<readonly ShippedCode[]> {
  const known = read.get(list)
  if (known) return known
  const codes = readCodebook((await texts[list]()).default)
  read.set(list, codes)
  return codes
}

let prepared: string | undefined

/**
 * Pinyin and stems of the goods nomenclature, a line for each code that has any: reading thousands of characters and
 * stemming as many words would take half a second of the first search.
 */
export async function preparedWords(): Promise<string> {
  prepared ??= (await import('@resources/code-lists/hs.words.tsv?raw')).default
  return prepared
}
