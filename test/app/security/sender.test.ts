import { expect, test } from 'vitest'
import { appOrigin } from '../../../electron/app/origin'
import { isTrustedSender } from '../../../electron/app/security/sender'

type Frame = NonNullable<Parameters<typeof isTrustedSender>[0]>

const top = (origin: string): Frame => ({ origin, parent: null })

test('the top frame of an own page is heard', () => {
  expect(isTrustedSender(top(appOrigin))).toBe(true)
})

test.each([
  ['another host of the own scheme', 'app://evil'],
  ['the page of printing', 'app://print'],
  ['a host that only begins like ours', `${appOrigin}.evil`],
  ['our host under another scheme', 'https://parkdesk'],
  ['what Node makes of an own scheme', 'null'],
  ['nothing', ''],
  ['a file', 'file://'],
])('%s is not heard', (_what, origin) => {
  expect(isTrustedSender(top(origin))).toBe(false)
})

test('Node itself cannot tell two hosts of an own scheme apart, so the frame is asked', () => {
  expect(new URL('app://evil/x').origin).toBe(new URL(`${appOrigin}/x`).origin)
})

test('a frame inside a page, one that has gone and no frame at all are not heard', () => {
  const inner = { origin: appOrigin, parent: top(appOrigin) } as unknown as Frame
  const gone = {
    get origin(): string {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed')
    },
    parent: null,
  }
  expect(isTrustedSender(inner)).toBe(false)
  expect(isTrustedSender(gone)).toBe(false)
  expect(isTrustedSender(null)).toBe(false)
})
