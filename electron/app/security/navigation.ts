import type { WebContents } from 'electron'
import { appOrigin } from '../app-protocol'

/** Keeps a window where it is: no other address, no new window, no webview (Electron checklist 11–14). */
export function confineNavigation(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void }, url: string) => {
    if (!isOwnPage(url)) event.preventDefault()
  }
  contents.on('will-navigate', (event) => stay(event, event.url))
  contents.on('will-frame-navigate', (event) => stay(event, event.url))
  contents.on('will-redirect', (event) => stay(event, event.url))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function isOwnPage(url: string): boolean {
  return url === `${appOrigin}/index.html` || url.startsWith(`${appOrigin}/index.html#`)
}
