import { EventEmitter } from 'node:events'
import { beforeEach, expect, test } from 'vitest'
import { appOrigin } from '../../../electron/app/origin'
import { confineNavigation, isOwnPage } from '../../../electron/app/security/navigation'
import { reportRefusals } from '../../../electron/app/security/refusals'

type Confined = Parameters<typeof confineNavigation>[0]
type OpenHandler = (details: { readonly url: string }) => { readonly action: string }

const written: string[] = []
beforeEach(() => {
  written.length = 0
  reportRefusals((line) => written.push(line))
})

/** The contents of a window as far as the rule knows them. */
function confined() {
  const contents = new EventEmitter()
  let open: OpenHandler | undefined
  const setWindowOpenHandler = (handler: OpenHandler) => (open = handler)
  confineNavigation(Object.assign(contents, { setWindowOpenHandler }) as unknown as Confined, isOwnPage)
  return {
    /** Whether the guard stopped it. */
    try: (event: string, url: string) => {
      let stopped = false
      contents.emit(event, { url, preventDefault: () => (stopped = true) })
      return stopped
    },
    open: (url: string) => open?.({ url }).action,
  }
}

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
  '%s leads nowhere but to screens',
  (event) => {
    const contents = confined()
    expect(contents.try(event, `${appOrigin}/index.html#/requests`)).toBe(false)
    expect(written).toEqual([])
    for (const url of [
      'https://example.org/?name=somebody',
      'file:///etc/passwd',
      'data:text/html,x',
      'javascript:void(0)',
      'app://print/index.html',
      `${appOrigin}.evil/index.html`,
      `${appOrigin}/index.html.js`,
      `${appOrigin}/assets/index.js`,
      'not an address',
    ]) {
      expect(contents.try(event, url), url).toBe(true)
    }
    expect(written).toHaveLength(9)
    expect(written.join('\n')).toContain('https://example.org')
    expect(written.join('\n')).not.toContain('somebody')
  },
)

test('no window is opened and no webview attached', () => {
  const contents = confined()
  expect(contents.open(`${appOrigin}/index.html`)).toBe('deny')
  expect(contents.open('https://example.org/')).toBe('deny')
  expect(contents.try('will-attach-webview', '')).toBe(true)
  expect(written).toHaveLength(3)
})
