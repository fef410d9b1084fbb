import type { FieldSpecs } from '../../kernel/field'
import type { PartSpec } from './part'

/** What the Chinese declaration (报关单) and that of the EAEU (ДТ) have in common. Weights in grams, money in minor units. */
const head = {
  direction: { kind: 'choice', list: 'direction' },
  territory: { kind: 'choice', list: 'country' },
  // Box 37 of the EAEU: the three together are its seven digits.
  procedure: { kind: 'code', list: 'procedure' },
  previousProcedure: { kind: 'code', list: 'procedure' },
  movementFeature: { kind: 'text', maxLength: 3 },
  supervisionMode: { kind: 'code', list: 'supervisionMode' },
  declarant: { kind: 'text', maxLength: 200 },
  broker: { kind: 'text', maxLength: 200 },
  declarationNo: { kind: 'text', maxLength: 40 },
  declaredAt: { kind: 'instant' },
  releasedAt: { kind: 'instant' },
  customsOffice: { kind: 'code', list: 'customsOffice' },
  borderPoint: { kind: 'code', list: 'borderPoint' },
  transportMode: { kind: 'choice', list: 'transportMode' },
  tradingCountry: { kind: 'choice', list: 'country' },
  departureCountry: { kind: 'choice', list: 'country' },
  destinationCountry: { kind: 'choice', list: 'country' },
  contractNo: { kind: 'text', maxLength: 60 },
  contractDate: { kind: 'date' },
  invoiceNo: { kind: 'text', maxLength: 60 },
  invoiceDate: { kind: 'date' },
  currency: { kind: 'choice', list: 'currency', right: 'requests.finance' },
  invoiceTotal: { kind: 'money', currencyField: 'currency', right: 'requests.finance' },
  incoterm: { kind: 'code', list: 'incoterm' },
  incotermPlace: { kind: 'text', maxLength: 120 },
  packages: { kind: 'integer', min: 0, max: 100_000_000 },
  grossWeight: { kind: 'decimal', scale: 3, unit: 'kg' },
  netWeight: { kind: 'decimal', scale: 3, unit: 'kg' },
  valuationMethod: { kind: 'code', list: 'valuationMethod' },
  paymentCurrency: { kind: 'choice', list: 'currency', right: 'requests.finance' },
  duty: { kind: 'money', currencyField: 'paymentCurrency', right: 'requests.finance' },
  vat: { kind: 'money', currencyField: 'paymentCurrency', right: 'requests.finance' },
  paidAt: { kind: 'date' },
} as const satisfies FieldSpecs

const goods = {
  description: { kind: 'text', maxLength: 300, required: true },
  hsCode: { kind: 'code', list: 'hs' },
  quantity: { kind: 'decimal', scale: 3, unit: 'none' },
  unit: { kind: 'code', list: 'unit' },
  grossWeight: { kind: 'decimal', scale: 3, unit: 'kg' },
  netWeight: { kind: 'decimal', scale: 3, unit: 'kg' },
  unitPrice: { kind: 'decimal', scale: 4, unit: 'none', right: 'requests.finance' },
  value: { kind: 'money', currencyField: 'currency', right: 'requests.finance' },
  origin: { kind: 'choice', list: 'country' },
  dutyRate: { kind: 'decimal', scale: 2, unit: 'percent' },
  preference: { kind: 'text', maxLength: 20 },
} as const satisfies FieldSpecs

/** A customs request: the head of its declaration and the goods. */
export const declaration = {
  name: 'declaration',
  type: 'customs',
  table: 'request_declarations',
  head,
  lists: [{ name: 'goodsLines', table: 'request_goods_lines', fields: goods, most: 999 }],
} as const satisfies PartSpec
