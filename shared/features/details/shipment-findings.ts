import { normaliseIdentifier } from '../../kernel/identifiers'
import type { AnyValues } from '../../kernel/registers'
import { hint, numberHint, numberIn, textIn, type Finding } from './finding'
import { digitsProblem, documentNumberProblem, unitNumberProblem } from './numbers'
import { linesOf, type PartContent } from './part'
import { milestoneOrder } from './shipment'

/** What there is to say about a shipment; nothing of it is refused. */
export function shipmentFindings(content: PartContent): Finding[] {
  const { head } = content
  return [
    ...numberHint(head, 'head', 'documentNo', (raw) => documentNumberProblem(head['transportDocument'], raw)),
    ...unitFindings(content),
    ...linesOf(content, 'cargoLines').flatMap(({ values }, index) =>
      numberHint(values, `lines.cargoLines.${index}`, 'unNumber', (raw) => digitsProblem('un', raw)),
    ),
    ...milestoneFindings(content),
  ]
}

function unitFindings(content: PartContent): Finding[] {
  const first = new Map<string, number>()
  return linesOf(content, 'transportUnits').flatMap(({ values }, index) => {
    const place = `lines.transportUnits.${index}`
    const number = normaliseIdentifier(textIn(values, 'number'))
    const same = first.get(number)
    if (number !== '' && same === undefined) first.set(number, index)
    const twice =
      number === '' || same === undefined ? [] : [hint(`${place}.number`, 'duplicate', { row: same + 1 })]
    return [...numberHint(values, place, 'number', (raw) => unitNumberProblem(values['kind'], raw)), ...twice]
  })
}

const ranks: ReadonlyMap<string, number> = new Map(milestoneOrder.map((code, index) => [code, index]))

type Reached = { readonly index: number; readonly rank: number; readonly at: number; readonly code: string }

function reached(values: AnyValues, index: number): Reached[] {
  const [code, at] = [textIn(values, 'milestone'), numberIn(values, 'actualAt')]
  const rank = ranks.get(code)
  return rank === undefined || at === null ? [] : [{ index, rank, at, code }]
}

/** A milestone that was reached before one that comes earlier on the way. */
function milestoneFindings(content: PartContent): Finding[] {
  const all = linesOf(content, 'milestones').flatMap(({ values }, index) => reached(values, index))
  return all.flatMap(({ index, rank, at }) => {
    const later = all
      .filter((other) => other.rank < rank && other.at > at)
      .toSorted((one, other) => other.at - one.at)[0]
    if (later === undefined) return []
    const params = { milestone: later.code, at: later.at }
    return [hint(`lines.milestones.${index}.actualAt`, 'milestoneOrder', params)]
  })
}
