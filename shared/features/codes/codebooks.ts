/**
 * The code lists of declarations, consignments and matters. They come with the program and may be added to and changed
 * by the park; the closed lists that rules and reports know by heart are those of `kernel/code-lists`.
 */
export const codebookNames = [
  'hs',
  'procedure',
  'supervisionMode',
  'incoterm',
  'borderPoint',
  'customsOffice',
  'documentType',
  'transportDocument',
  'unit',
  'containerType',
  'wagonType',
  'milestone',
  'legalCategory',
  'valuationMethod',
  'dutyPreference',
] as const

export type CodebookName = (typeof codebookNames)[number]

export type CodebookRule = {
  /** How a code of the list is written once it is normalised. */
  readonly form: RegExp
  /** A code of that form, for messages. */
  readonly example: string
  /**
   * What may be entered that is not in the list: `none`; `any` text; `longer`: a code of the right form whose beginning is
   * in the list, as the national ten digits below a subheading of the HS.
   */
  readonly free: 'none' | 'any' | 'longer'
}

const letters = /^[A-Z0-9][A-Z0-9-]{0,23}$/

const rules: Readonly<Record<CodebookName, CodebookRule>> = {
  hs: { form: /^(?:\d{2}|\d{4}|\d{6}|\d{8}|\d{10}|\d{13})$/, example: '1001190000', free: 'longer' },
  procedure: { form: /^\d{2}$/, example: '40', free: 'none' },
  supervisionMode: { form: /^\d{4}$/, example: '0110', free: 'none' },
  incoterm: { form: /^[A-Z]{3}$/, example: 'FCA', free: 'none' },
  borderPoint: { form: letters, example: 'KHORGOS', free: 'any' },
  customsOffice: { form: letters, example: '55302', free: 'any' },
  documentType: { form: letters, example: 'INV', free: 'none' },
  transportDocument: { form: letters, example: 'CMR', free: 'none' },
  unit: { form: /^[A-Z0-9]{2,3}$/, example: 'KGM', free: 'none' },
  containerType: { form: /^[A-Z0-9]{2}[A-Z][A-Z0-9]$/, example: '22G1', free: 'any' },
  wagonType: { form: letters, example: 'GONDOLA', free: 'none' },
  milestone: { form: letters, example: 'DEP', free: 'none' },
  legalCategory: { form: letters, example: 'TAX', free: 'none' },
  valuationMethod: { form: /^[1-9]$/, example: '1', free: 'none' },
  dutyPreference: { form: letters, example: 'MFN', free: 'none' },
}

/** How the codes of a list are written and what may stand beside them. */
export function codebookRule(list: CodebookName): CodebookRule {
  return rules[list]
}

/** Longest code of any list, in characters. */
export const longestCode = 24

/** Longest label, in characters. */
export const longestLabel = 400

/** Digits of the HS that every country shares; what follows them is national. */
export const hsDigits = 6
