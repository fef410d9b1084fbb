type Keys = Pick<KeyboardEvent, 'altKey' | 'code' | 'ctrlKey' | 'isComposing' | 'metaKey' | 'shiftKey'>

/** Where a key press asks to go in the list: 1 to the next record (Alt+Down), -1 to the one before (Alt+Up), else 0. */
export function recordStep(keys: Keys): -1 | 0 | 1 {
  const { altKey, code, ctrlKey, isComposing, metaKey, shiftKey } = keys
  if (!altKey || ctrlKey || metaKey || shiftKey || isComposing) return 0
  if (code === 'ArrowUp') return -1
  return code === 'ArrowDown' ? 1 : 0
}

/** A press a pick list or a layer above the screen has its own use for. */
export function isTaken(event: KeyboardEvent): boolean {
  const { target } = event
  return (
    event.defaultPrevented ||
    (target instanceof Element && target.matches('[role="combobox"], select')) ||
    document.querySelector('dialog[open], .ant-popover:not(.ant-popover-hidden)') !== null
  )
}
