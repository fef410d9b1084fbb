/** As a ref: puts the focus into the first field of what has just been opened. */
export function focusFirst(element: HTMLElement | null): void {
  element?.querySelector<HTMLElement>('input:not([disabled]), textarea:not([disabled])')?.focus()
}
