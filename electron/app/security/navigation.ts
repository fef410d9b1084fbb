import type { WebContents } from 'electron'
import { appOrigin } from '../origin'
import { noteRefusal, placeOf } from './refusals'

/** What is needed of a window's contents, so that the rule can be tried without a window. */
type Confined = Pick<WebContents, 'on' | 'setWindowOpenHandler'>

/**
 * Keeps a window where it is: no other address, no new window, no webview (Electron checklist 11–14). What it refuses is
 * written down.
 */
export function confineNavigation(contents: Confined, isAllowed: (url: string) => boolean): void {
  const stay = (event: { preventDefault: () => void; url: string }) => {
    if (isAllowed(event.url)) return
    event.preventDefault()
    noteRefusal('navigation', placeOf(event.url))
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    noteRefusal('webview')
  })
  contents.setWindowOpenHandler(({ url }) => {
    noteRefusal('new window', placeOf(url))
    return { action: 'deny' }
  })
}

/** Whether an address is the one page of the program, at any of its screens. */
export function isOwnPage(url: string): boolean {
  return url === `${appOrigin}/index.html` || url.startsWith(`${appOrigin}/index.html#`)
}
