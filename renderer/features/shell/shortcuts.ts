import type { MenuCommand } from '@shared/contract/events'
import { numberedSections } from './sections'

/** The keys of an event, as far as shortcuts look at them. */
export type Keys = Pick<KeyboardEvent, 'altKey' | 'code' | 'ctrlKey' | 'key' | 'metaKey' | 'shiftKey'>

type KeyCommand = MenuCommand | 'back' | 'forward'

/** By physical key, so that they work on a Russian layout, too. */
const withControl: Readonly<Record<string, KeyCommand>> = {
  KeyK: 'find',
  KeyL: 'lock',
  KeyN: 'newRecord',
  KeyP: 'print',
}
const withControlShift: Readonly<Record<string, KeyCommand>> = {
  KeyE: 'export',
  KeyF: 'find',
  KeyI: 'import',
  KeyN: 'newRequest',
}
const withAlt: Readonly<Record<string, KeyCommand>> = { ArrowLeft: 'back', ArrowRight: 'forward' }
const alone: Readonly<Record<string, KeyCommand>> = { F1: 'shortcuts', F5: 'refresh' }

/** What a key press asks of the shell, if anything; `typing` when a text field has the focus. */
export function commandOfKeys(event: Keys, typing: boolean): KeyCommand | undefined {
  const control = event.ctrlKey || event.metaKey
  if (event.altKey) return control ? undefined : withAlt[event.code]
  if (control)
    return event.shiftKey ? withControlShift[event.code] : (withControl[event.code] ?? sectionOf(event.code))
  if (event.key === '?' && !typing) return 'shortcuts'
  return event.shiftKey ? undefined : alone[event.code]
}

function sectionOf(code: string): KeyCommand | undefined {
  const digit = /^Digit([1-9])$/u.exec(code)?.[1]
  return digit === undefined ? undefined : numberedSections[Number(digit) - 1]
}
