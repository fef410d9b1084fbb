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
  /** Given while the codes shown do not belong to the text yet: waits for those that do. */
  readonly pickFirst?: () => void
}

/** The keys of a field with codes, before its parts hear of them. */
export function codeKeys({ open, close, began, entered, pickFirst }: Options) {
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
    if (event.key !== 'Enter') return
    if (!open) return entered()
    event.preventDefault()
    if (pickFirst === undefined) return
    event.stopPropagation()
    pickFirst()
  }
}
