import { procedureParts } from '@shared/features/details/numbers'
import type { ListName } from '@shared/features/details/part'
import type { RawValues } from '../../ui/form/raw-values'
import { newLine, rawLines, type RawDetails, type RawLine } from './raw-details'

export type DetailsAction =
  | { readonly do: 'head'; readonly field: string; readonly value: string }
  | {
      readonly do: 'cell'
      readonly list: ListName
      readonly index: number
      readonly field: string
      readonly value: string
    }
  | {
      readonly do: 'insert'
      readonly list: ListName
      readonly index: number
      readonly lines: readonly RawLine[]
    }
  | { readonly do: 'remove'; readonly list: ListName; readonly index: number }
  | { readonly do: 'lines'; readonly list: ListName; readonly lines: readonly RawLine[] }

function withLines(raw: RawDetails, list: ListName, lines: readonly RawLine[]): RawDetails {
  return { ...raw, lists: { ...raw.lists, [list]: lines } }
}

/** The seven digits of box 37 typed or pasted into its first field go where each belongs. */
function headValues(head: RawValues, field: string, value: string): RawValues {
  const parts = field === 'procedure' ? procedureParts(value) : undefined
  if (parts === undefined) return { ...head, [field]: value }
  const [procedure, previousProcedure, movementFeature] = parts
  return { ...head, procedure, previousProcedure, movementFeature }
}

/** What the form holds after something was typed, added or taken away. */
export function afterAction(raw: RawDetails, action: DetailsAction): RawDetails {
  switch (action.do) {
    case 'head':
      return { ...raw, head: headValues(raw.head, action.field, action.value) }
    case 'lines':
      return withLines(raw, action.list, action.lines)
    case 'cell':
      return withLines(
        raw,
        action.list,
        rawLines(raw, action.list).map((line, index) =>
          index === action.index
            ? { ...line, values: { ...line.values, [action.field]: action.value } }
            : line,
        ),
      )
    case 'insert': {
      const lines = rawLines(raw, action.list)
      return withLines(raw, action.list, [
        ...lines.slice(0, action.index),
        ...action.lines,
        ...lines.slice(action.index),
      ])
    }
    case 'remove':
      return withLines(
        raw,
        action.list,
        rawLines(raw, action.list).filter((_line, index) => index !== action.index),
      )
  }
}

/** The line that is added behind the others: a unit is of the kind of the one before it. */
export function nextLine(list: ListName, lines: readonly RawLine[]): RawLine {
  if (list !== 'transportUnits') return newLine()
  return newLine({ kind: lines.at(-1)?.values['kind'] ?? 'container' })
}
