import type { Right } from '../../contract/rights'
import type { FieldSpecs } from '../../kernel/field'
import { declaration } from './declaration'
import { matter } from './matter'
import { partNames, specEntries, type PartName, type PartSpec } from './part'
import { shipment } from './shipment'

export const parts: Readonly<Record<PartName, PartSpec>> = { declaration, shipment, matter }

export { partNames, type PartName } from './part'

/** The part a request of a type carries; undefined for a type that has none. */
export function partNameOf(type: unknown): PartName | undefined {
  return partNames.find((name) => parts[name].type === type)
}

/** The fields of some declarations that need a right somebody does not have. */
export function hiddenOf(specs: FieldSpecs, rights: ReadonlySet<Right>): readonly string[] {
  return specEntries(specs)
    .filter(([, { right }]) => right !== undefined && !rights.has(right))
    .map(([field]) => field)
}
