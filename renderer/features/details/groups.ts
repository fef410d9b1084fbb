import type { PartName } from '@shared/features/details/part'

/** The fields of a head as forms and facts put them together; the key names the group. */
export const headGroups = {
  declaration: {
    procedure: [
      'direction',
      'territory',
      'procedure',
      'previousProcedure',
      'movementFeature',
      'supervisionMode',
      'declarant',
      'broker',
    ],
    filing: ['declarationNo', 'customsOffice', 'declaredAt', 'releasedAt'],
    route: ['borderPoint', 'transportMode', 'tradingCountry', 'departureCountry', 'destinationCountry'],
    papers: [
      'contractNo',
      'contractDate',
      'invoiceNo',
      'invoiceDate',
      'currency',
      'invoiceTotal',
      'incoterm',
      'incotermPlace',
    ],
    figures: ['packages', 'grossWeight', 'netWeight'],
    payments: ['valuationMethod', 'paymentCurrency', 'duty', 'vat', 'paidAt'],
  },
  shipment: {
    route: [
      'transportMode',
      'carrier',
      'origin',
      'destination',
      'borderPoint',
      'secondBorderPoint',
      'gaugeChange',
    ],
    transport: [
      'transportDocument',
      'documentNo',
      'documentDate',
      'incoterm',
      'incotermPlace',
      'freeTimeEnd',
    ],
  },
  matter: {
    case: ['category', 'lawyer', 'conflictCheck', 'confidentiality'],
    dispute: ['counterparty', 'counterpartyCountry', 'governingLaw', 'forum', 'currency', 'amount'],
    dates: ['limitationExpires', 'hearingAt'],
    result: ['outcome'],
  },
} as const satisfies Record<PartName, Readonly<Record<string, readonly string[]>>>

type KeysOf<T> = T extends unknown ? keyof T : never
export type GroupKey = KeysOf<(typeof headGroups)[PartName]>

export type HeadGroup = { readonly key: GroupKey; readonly fields: readonly string[] }

/** The groups of a part's head, without fields somebody may not see. */
export function groupsOf(part: PartName, hidden: readonly string[]): readonly HeadGroup[] {
  const groups: Readonly<Record<string, readonly string[]>> = headGroups[part]
  return Object.entries(groups).map(([key, fields]) => ({
    key: key as GroupKey,
    fields: fields.filter((field) => !hidden.includes(field)),
  }))
}
