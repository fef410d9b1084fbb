import type { KeyboardEvent } from 'react'

/** What browsers call every key while an input method is at work. */
const composing = 229

type Options = {
  readonly open: boolean
  readonly close: () => void
  /** Given while the codes shown do not belong to the text yet: waits for those that do. */
  readonly pickFirst?: () => void
}

/** The keys of a field with codes, before its parts hear of them. */
export function codeKeys({ open, close, pickFirst }: Options) {
  return (event: KeyboardEvent): void => {
    // The Enter and Escape of an input method choose or drop its characters and mean nothing here.
    if (event.nativeEvent.isComposing || event.keyCode === composing) return event.stopPropagation()
    if (event.key === 'Escape' && open) {
      // Only the list closes, not the dialog or form around it.
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    if (event.key !== 'Enter') return
    // With the list closed it is the form's.
    if (!open) return event.stopPropagation()
    event.preventDefault()
    if (pickFirst === undefined) return
    event.stopPropagation()
    pickFirst()
  }
}
