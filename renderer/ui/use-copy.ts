import { useNotify } from './notify'

/** Copies text while a press is carried out, and says so in the words given. */
export function useCopy(): (text: string, done: string) => void {
  const notify = useNotify()
  return (text, done) => {
    try {
      copyText(text)
      notify.show({ tone: 'good', text: done })
    } catch (error) {
      notify.failed(error)
    }
  }
}

/**
 * The window has no permission of any kind, that for the newer interface of the clipboard neither; copying as the Edit
 * menu does needs none.
 */
function copyText(text: string): void {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', put, { once: true })
  const isCopied = document.execCommand('copy')
  document.removeEventListener('copy', put)
  if (!isCopied) throw new Error('copying was refused')
}
