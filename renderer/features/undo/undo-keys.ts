import { isTextField } from '../../ui/text-field'

type Keys = Pick<
  KeyboardEvent,
  'altKey' | 'code' | 'ctrlKey' | 'defaultPrevented' | 'isComposing' | 'metaKey' | 'shiftKey' | 'target'
>

/** What a key press asks for: Ctrl+Z takes back, Ctrl+Shift+Z and Ctrl+Y do again; a field undoes its own typing. */
export function undoOfKeys(event: Keys): 'takeBack' | 'doAgain' | undefined {
  if (event.defaultPrevented || event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return
  if (isTextField(event.target) || document.querySelector('dialog[open]') !== null) return
  if (event.code === 'KeyZ') return event.shiftKey ? 'doAgain' : 'takeBack'
  return event.code === 'KeyY' && !event.shiftKey ? 'doAgain' : undefined
}
