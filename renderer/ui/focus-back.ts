/** Gives the focus to what opened a layer, where it goes with the layer; from nowhere else somebody may have gone to. */
export function focusBack(opener: HTMLElement | null): void {
  const { activeElement } = document
  const isLost = activeElement === null || activeElement === document.body
  if (isLost || activeElement.closest('.ant-popover') !== null) opener?.focus()
}
