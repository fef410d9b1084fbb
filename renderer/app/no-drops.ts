/**
 * A file dropped where nobody takes it does nothing: without this, the window would try to open it, and the pointer
 * would promise that it may be dropped. A screen that takes files says so afterwards, by `dropEffect`.
 */
export function refuseDrops(): void {
  window.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'none'
  })
  window.addEventListener('drop', (event) => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
  })
}
