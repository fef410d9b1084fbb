import type { ClipboardEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { specOf, type LinesSpec } from '@shared/features/details/part'
import { useFormat } from '../../i18n/format'
import { useNotify } from '../../ui'
import { useLatest } from '../../ui/use-latest'
import { nextLine, type DetailsAction } from './details-state'
import { pastedRows, pastedText } from './line-paste'
import { cellSpec, newLine, type RawLine } from './raw-details'

/** A cell: the line by its key, and the field. */
export type Spot = { readonly key: string; readonly field: string }

type Parts = {
  readonly list: LinesSpec
  readonly fields: readonly string[]
  readonly lines: readonly RawLine[]
  readonly act: (action: DetailsAction) => void
  readonly goTo: (spot: Spot) => void
}

/** Where an event came from: the cell carries its line and field. */
function spotOf(target: EventTarget): { readonly index: number; readonly field: string } | undefined {
  if (!(target instanceof HTMLElement)) return undefined
  const cell = target.closest<HTMLElement>('[data-field]')
  const index = target.closest<HTMLElement>('[data-index]')?.dataset['index']
  return index === undefined ? undefined : { index: Number(index), field: cell?.dataset['field'] ?? '' }
}

/** A pick list uses arrows and Enter itself, as long as it is open. */
function isPicking(target: EventTarget): 'open' | 'closed' | undefined {
  if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'combobox') return undefined
  return target.getAttribute('aria-expanded') === 'true' ? 'open' : 'closed'
}

/** What can be done with the lines of a table. */
function useLineActions(parts: Parts) {
  const latest = useLatest(parts)
  const { t } = useTranslation('details')
  const notify = useNotify()

  const goToLine = (index: number, field: string, lines: readonly RawLine[]) => {
    const { fields, goTo } = latest.current
    const line = lines[index]
    if (line !== undefined) goTo({ key: line.key, field: field === '' ? (fields[0] ?? '') : field })
  }
  const insert = (index: number, added: readonly RawLine[], field: string) => {
    const { act, lines, list } = latest.current
    if (lines.length + added.length > list.most) return
    act({ do: 'insert', list: list.name, index, lines: added })
    goToLine(0, field, added)
  }
  const add = () => {
    const { lines, list, fields } = latest.current
    const [first = '', second = ''] = fields
    // The kind of a new unit is that of the one before it; what is typed first is its number.
    insert(lines.length, [nextLine(list.name, lines)], first === 'kind' ? second : first)
  }
  const duplicate = (index: number, field = '') => {
    const line = latest.current.lines[index]
    if (line !== undefined) insert(index + 1, [newLine(line.values)], field)
  }
  const remove = (index: number, field = '') => {
    const { lines, list, act } = latest.current
    const line = lines[index]
    if (line === undefined) return
    act({ do: 'remove', list: list.name, index })
    const rest = lines.filter((each) => each !== line)
    goToLine(Math.min(index, rest.length - 1), field, rest)
    const takeBack = () => act({ do: 'insert', list: list.name, index, lines: [line] })
    const text = t('lineRemoved', { number: index + 1 })
    notify.show({ tone: 'neutral', text, action: { label: t('undo'), run: takeBack } })
  }
  const step = (index: number, field: string, by: 1 | -1) => goToLine(index + by, field, latest.current.lines)
  const down = (index: number, field: string) => {
    if (index === latest.current.lines.length - 1) add()
    else step(index, field, 1)
  }
  return { add, duplicate, remove, step, down }
}

/** What keys, paste and buttons do with the lines of a table. */
export function useLineKeys(parts: Parts) {
  const actions = useLineActions(parts)
  const onPaste = usePaste(parts)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const spot = spotOf(event.target)
    if (spot === undefined || event.nativeEvent.isComposing || event.altKey || event.shiftKey) return
    const command = commandOf(event, isPicking(event.target))
    if (command === undefined || (command === 'down' && event.target instanceof HTMLButtonElement)) return
    event.preventDefault()
    event.stopPropagation()
    const { index, field } = spot
    if (command === 'next' || command === 'before') actions.step(index, field, command === 'next' ? 1 : -1)
    else actions[command](index, field)
  }
  return { ...actions, onKeyDown, onPaste }
}

/** Puts rows of a spreadsheet into the lines from a cell on. */
function usePaste(parts: Parts) {
  const { t } = useTranslation('details')
  const notify = useNotify()
  const { language } = useFormat()
  return (event: ClipboardEvent<HTMLElement>) => {
    const rows = pastedRows(event.clipboardData.getData('text/plain'))
    const spot = spotOf(event.target)
    if (rows === undefined || spot === undefined) return
    event.preventDefault()
    const { lines, list, fields, act } = parts
    const room = list.most - spot.index
    const at = { ...spot, list, fields, comma: language === 'ru' }
    act({ do: 'lines', list: list.name, lines: withPasted(lines, rows.slice(0, room), at) })
    notify.show(
      rows.length > room
        ? { tone: 'danger', text: t('tooManyLines', { most: list.most }) }
        : { tone: 'good', text: t('pasted', { count: rows.length }) },
    )
  }
}

type Command = 'down' | 'next' | 'before' | 'duplicate' | 'remove'

function commandOf(
  { code, ctrlKey, metaKey }: KeyboardEvent,
  picking: 'open' | 'closed' | undefined,
): Command | undefined {
  if (ctrlKey || metaKey) {
    if (code === 'KeyD') return 'duplicate'
    return code === 'Delete' ? 'remove' : undefined
  }
  if (code === 'Enter' || code === 'NumpadEnter') return picking === 'open' ? undefined : 'down'
  if (picking !== undefined) return undefined
  if (code === 'ArrowDown') return 'next'
  return code === 'ArrowUp' ? 'before' : undefined
}

type PasteAt = {
  readonly index: number
  readonly field: string
  readonly list: LinesSpec
  readonly fields: readonly string[]
  readonly comma: boolean
}

/** The lines after rows were pasted over them from a cell on; rows that go beyond the last line are added. */
function withPasted(lines: readonly RawLine[], rows: readonly (readonly string[])[], at: PasteAt): RawLine[] {
  const { index, field, list, fields, comma } = at
  const from = Math.max(0, fields.indexOf(field))
  const all = [...lines]
  rows.forEach((cells, offset) => {
    const line = all[index + offset] ?? nextLine(list.name, all)
    const values: Record<string, string> = { ...line.values }
    cells.forEach((cell, column) => {
      const name = fields[from + column]
      const spec = name === undefined ? undefined : specOf(list.fields, name)
      if (name === undefined || spec === undefined) return
      values[name] = cell === '' ? '' : pastedText(cellSpec(list.name, name, spec, values), cell, comma)
    })
    all[index + offset] = { ...line, values }
  })
  return all
}
