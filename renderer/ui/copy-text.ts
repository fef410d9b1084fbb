/**
 * Puts text on the clipboard; to be called while a press is carried out. The window has no permission of any kind, that
 * for the newer interface of the clipboard neither; copying as the Edit menu does needs none.
 *
 * @throws Error where the browser refuses
 */
export function copyText(text: string): void {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', put, { once: true })
  const isCopied = document.execCommand('copy')
  document.removeEventListener('copy', put)
  if (!isCopied) throw new Error('copying was refused')
}
