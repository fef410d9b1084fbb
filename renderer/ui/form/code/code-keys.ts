import type { KeyboardEvent } from 'react'

/** What browsers call every key while an input method is at work. */
const composing = 229

type Options = {
  readonly open: boolean
  readonly close: () => void
  /** Told of every key before anything else. */
  readonly began: () => void
  /** Told of an Enter with the list closed: it is the form's and must not open the list. */
  readonly entered: () => void
  /** An arrow has chosen among the codes shown: Enter takes that one. */
  readonly moved: () => void
  /** Takes the first code of the text at Enter; false where that is not what Enter is to do. */
  readonly pickFirst: () => boolean
}

/** The keys of a field with codes, before its parts hear of them. */
export function codeKeys({ open, close, began, entered, moved, pickFirst }: Options) {
  return (event: KeyboardEvent): void => {
    began()
    // The Enter and Escape of an input method choose or drop its characters and mean nothing here.
    if (event.nativeEvent.isComposing || event.keyCode === composing) return event.stopPropagation()
    if (event.key === 'Escape' && open) {
      // Only the list closes, not the dialog or form around it.
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    if (event.key === 'Tab') {
      // Leaves the field with what was typed; the component would take the code it offers and stay.
      event.stopPropagation()
      close()
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moved()
    if (event.key !== 'Enter') return
    if (!open) return entered()
    event.preventDefault()
    if (pickFirst()) event.stopPropagation()
  }
}
