import { normaliseIdentifier } from '../../kernel/identifiers'
import type { FieldValue } from '../../kernel/field'
import type { AnyValues } from '../../kernel/registers'
import { goodsSum } from './declaration-findings'
import { numberIn, textIn } from './finding'
import { linesOf, type PartContent } from './part'
import type { PartName } from './parts'

type Derived = Readonly<Record<string, FieldValue>>

const firstText = (content: PartContent, list: string, field: string): FieldValue =>
  linesOf(content, list)
    .map(({ values }) => textIn(values, field))
    .find((text) => text !== '') ?? null

function ofDeclaration(content: PartContent): Derived {
  const { head } = content
  const currency = head['currency'] ?? null
  const value = numberIn(head, 'invoiceTotal') ?? goodsSum(content, 'value')
  return {
    direction: head['direction'] ?? null,
    hsCode: firstText(content, 'goodsLines', 'hsCode'),
    goods: firstText(content, 'goodsLines', 'description'),
    grossWeight: goodsSum(content, 'grossWeight') ?? numberIn(head, 'grossWeight'),
    declaredValue: currency === null ? null : value,
    currency: value === null ? null : currency,
    borderPoint: head['borderPoint'] ?? null,
    transportMode: head['transportMode'] ?? null,
  }
}

function ofShipment(content: PartContent): Derived {
  const { head } = content
  const cargo = linesOf(content, 'cargoLines').map(({ values }) => numberIn(values, 'grossWeight'))
  const isWhole = cargo.length > 0 && !cargo.includes(null)
  return {
    goods: firstText(content, 'cargoLines', 'description'),
    grossWeight: isWhole ? cargo.reduce<number>((sum, weight) => sum + (weight ?? 0), 0) : null,
    borderPoint: head['borderPoint'] ?? null,
    transportMode: head['transportMode'] ?? null,
    container: firstUnit(content),
  }
}

/** The first container; a wagon or a vehicle where goods go without one. */
function firstUnit(content: PartContent): FieldValue {
  const units = linesOf(content, 'transportUnits').map(({ values }) => values)
  const first = units.find(({ kind }) => kind === 'container') ?? units[0]
  return first === undefined ? null : textIn(first, 'number') || null
}

/** The register's fields that follow from a part's content; null where the content says nothing of one. */
export function derivedFields(part: PartName, content: PartContent): Derived {
  if (part === 'declaration') return ofDeclaration(content)
  return part === 'shipment' ? ofShipment(content) : {}
}

/**
 * What the register's fields become when a part is saved: what the new content says; empty where only the old content
 * said it. What an import or the form put there stays where the part is silent.
 */
export function registerPatch(
  part: PartName,
  record: AnyValues,
  old: PartContent,
  now: PartContent,
): AnyValues {
  const before = derivedFields(part, old)
  const patch: Record<string, FieldValue> = {}
  for (const [field, value] of Object.entries(derivedFields(part, now))) {
    if (value !== null) patch[field] = value
    else if ((before[field] ?? null) !== null && record[field] === before[field]) patch[field] = null
  }
  return patch
}

/** The fields of the register a part fills. */
export function derivedNames(part: PartName): readonly string[] {
  return Object.keys(derivedFields(part, { head: {}, lines: {} }))
}

/** Texts a request is found by: numbers of papers and units, as written and as they are compared, and the other side's name. */
export function searchedTexts(content: PartContent): readonly string[] {
  const { head } = content
  const numbers = [
    ...['declarationNo', 'invoiceNo', 'contractNo', 'documentNo'].map((field) => textIn(head, field)),
    ...linesOf(content, 'transportUnits').flatMap(({ values }) => unitTexts(textIn(values, 'number'))),
  ].filter((text) => text !== '')
  const names = [textIn(head, 'counterparty')].filter((text) => text !== '')
  return [...new Set([...numbers.flatMap((text) => [text, withoutSigns(text)]), ...names])]
}

const withoutSigns = (text: string) => normaliseIdentifier(text).replace(/[^\p{L}\d]/gu, '')

/** A container is also looked for by its number without the owner. */
function unitTexts(number: string): readonly string[] {
  const [, owner, serial] = /^([A-Z]{4})(\d{7})$/u.exec(normaliseIdentifier(number)) ?? []
  return owner === undefined || serial === undefined ? [number] : [number, `${owner} ${serial}`]
}
