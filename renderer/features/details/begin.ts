import { emptyContent, type PartContent, type PartName } from '@shared/features/details/part'
import { parts } from '@shared/features/details/parts'
import type { AnyValues } from '@shared/kernel/registers'

/** What a form begins with where nothing is stored yet: what the register knows already. */
export function contentToBegin(part: PartName, request: AnyValues): PartContent {
  const empty = emptyContent(parts[part])
  const taken = (...fields: string[]) =>
    Object.fromEntries(fields.map((field) => [field, request[field] ?? null] as const))
  if (part === 'matter') return empty
  const goods = request['goods'] ?? null
  if (part === 'declaration') {
    const { hsCode = null } = request
    const isGoods = goods !== null || hsCode !== null
    return {
      head: {
        ...empty.head,
        ...taken('direction', 'borderPoint', 'transportMode', 'grossWeight', 'currency'),
        invoiceTotal: request['declaredValue'] ?? null,
      },
      lines: { goodsLines: isGoods ? [{ line: 1, values: { description: goods, hsCode } }] : [] },
    }
  }
  const { container = null, grossWeight = null } = request
  return {
    head: { ...empty.head, ...taken('borderPoint', 'transportMode') },
    lines: {
      ...empty.lines,
      transportUnits:
        container === null ? [] : [{ line: 1, values: { kind: unitKind(container), number: container } }],
      cargoLines: goods === null ? [] : [{ line: 1, values: { description: goods, grossWeight } }],
    },
  }
}

/** Registers hold containers and wagons in one field; wagons are digits only. */
function unitKind(number: unknown): string {
  return /^[\d\s-]+$/u.test(String(number)) ? 'wagon' : 'container'
}
