import type { CodeTableName, FieldSpecs } from '../../kernel/field'
import type { AnyValues } from '../../kernel/registers'
import type { PartSpec } from './part'

/** What is agreed on for the whole way. */
const head = {
  transportMode: { kind: 'choice', list: 'transportMode' },
  carrier: { kind: 'text', maxLength: 200 },
  origin: { kind: 'text', maxLength: 120 },
  destination: { kind: 'text', maxLength: 120 },
  borderPoint: { kind: 'code', list: 'borderPoint' },
  secondBorderPoint: { kind: 'code', list: 'borderPoint' },
  gaugeChange: { kind: 'choice', list: 'yesNo' },
  transportDocument: { kind: 'code', list: 'transportDocument' },
  documentNo: { kind: 'text', maxLength: 60 },
  documentDate: { kind: 'date' },
  incoterm: { kind: 'code', list: 'incoterm' },
  incotermPlace: { kind: 'text', maxLength: 120 },
  freeTimeEnd: { kind: 'date' },
} as const satisfies FieldSpecs

/** Containers, wagons and vehicles. Weights in grams. */
const units = {
  kind: { kind: 'choice', list: 'transportUnit', required: true },
  number: { kind: 'text', maxLength: 40, required: true },
  type: { kind: 'code', list: 'containerType' },
  seal: { kind: 'text', maxLength: 60 },
  grossWeight: { kind: 'decimal', scale: 3, unit: 'kg' },
  tareWeight: { kind: 'decimal', scale: 3, unit: 'kg' },
} as const satisfies FieldSpecs

const cargo = {
  description: { kind: 'text', maxLength: 300, required: true },
  packages: { kind: 'integer', min: 0, max: 100_000_000 },
  grossWeight: { kind: 'decimal', scale: 3, unit: 'kg' },
  volume: { kind: 'decimal', scale: 3, unit: 'm3' },
  unNumber: { kind: 'text', maxLength: 7 },
} as const satisfies FieldSpecs

const milestones = {
  milestone: { kind: 'code', list: 'milestone', required: true },
  plannedAt: { kind: 'instant' },
  actualAt: { kind: 'instant' },
  place: { kind: 'text', maxLength: 120 },
  note: { kind: 'text', maxLength: 300 },
} as const satisfies FieldSpecs

/** A logistics request: the way, what goes on it, and how far it is. */
export const shipment = {
  name: 'shipment',
  type: 'logistics',
  table: 'request_shipments',
  head,
  lists: [
    { name: 'transportUnits', table: 'request_transport_units', fields: units, most: 300 },
    { name: 'cargoLines', table: 'request_cargo_lines', fields: cargo, most: 300 },
    { name: 'milestones', table: 'request_milestones', fields: milestones, most: 100 },
  ],
} as const satisfies PartSpec

/** The list a unit's type is taken from, by what kind of unit it is. */
export function unitTypeList(unit: AnyValues): CodeTableName {
  return unit['kind'] === 'wagon' ? 'wagonType' : 'containerType'
}

/** The events of a shipment in the order in which they come. */
export const milestoneOrder = [
  'REQ',
  'QUO',
  'BKD',
  'EMP',
  'LOA',
  'SEA',
  'EXC',
  'DEP',
  'ARB',
  'TRB',
  'CRS',
  'ARC',
  'TRN',
  'ARD',
  'IMC',
  'OUT',
  'DLV',
  'POD',
  'RET',
  'CLS',
] as const

/** What may happen at any time, and never should. */
export const exceptionMilestones = ['DLY', 'DMG', 'SHT', 'LST', 'HLD', 'DVR'] as const
