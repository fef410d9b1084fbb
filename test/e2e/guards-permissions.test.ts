import type { Page } from 'playwright/test'
import { expect, test } from './guards-fixtures'
import { logged } from './support/program-log'

/** Everything a page may ask a browser for; each has the press of a button behind it, as the evaluation counts as one. */
const asked = [
  'geolocation',
  'notifications',
  'camera and microphone',
  'screen',
  'clipboard read',
  'clipboard write',
  'usb',
  'hid',
  'serial',
  'bluetooth',
  'midi',
  'idle detection',
  'local fonts',
  'screens',
  'wake lock',
  'pointer lock',
  'persistent storage',
] as const

/** Asks for one of them; `granted` unless that was refused. */
async function ask(page: Page, what: (typeof asked)[number]): Promise<string> {
  return await page.evaluate((what) => {
    type Asking = Readonly<Record<string, (...input: unknown[]) => Promise<unknown>>>
    const of = (owner: object, name: string) => Reflect.get(owner, name) as Asking | undefined
    const must = async (promise: Promise<boolean>) => {
      if (!(await promise)) throw new Error('no')
    }
    const page = globalThis as unknown as Asking
    const ways: Readonly<Record<string, () => Promise<unknown> | undefined>> = {
      geolocation: () =>
        new Promise((resolve, reject) => {
          navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 5000 })
        }),
      notifications: () => must(Notification.requestPermission().then((answer) => answer === 'granted')),
      'camera and microphone': () => navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia(),
      'clipboard read': () => navigator.clipboard.readText(),
      'clipboard write': () => navigator.clipboard.writeText('x'),
      usb: () => of(navigator, 'usb')?.['requestDevice']?.({ filters: [] }),
      hid: () =>
        of(navigator, 'hid')
          ?.['requestDevice']?.({ filters: [] })
          .then((all) => must(Promise.resolve((all as unknown[]).length > 0))),
      serial: () => of(navigator, 'serial')?.['requestPort']?.(),
      bluetooth: () => of(navigator, 'bluetooth')?.['requestDevice']?.({ acceptAllDevices: true }),
      midi: () => navigator.requestMIDIAccess({ sysex: true }),
      'idle detection': () =>
        must(
          of(globalThis, 'IdleDetector')
            ?.['requestPermission']?.()
            .then((answer) => answer === 'granted') ?? Promise.resolve(false),
        ),
      'local fonts': () =>
        page['queryLocalFonts']?.().then((all) => must(Promise.resolve((all as unknown[]).length > 0))),
      screens: () => page['getScreenDetails']?.(),
      'wake lock': () => navigator.wakeLock.request('screen'),
      'pointer lock': () => Promise.resolve(document.body.requestPointerLock()),
      'persistent storage': () => must(navigator.storage.persist()),
    }
    const late = new Promise<string>((resolve) => {
      setTimeout(() => resolve('no answer'), 8000)
    })
    const outcome = Promise.resolve(ways[what]?.() ?? Promise.reject(new Error('not there'))).then(
      () => 'granted',
      () => 'refused',
    )
    return Promise.race([outcome, late])
  }, what)
}

test('every permission is refused, and the refusal written down', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const { page } = parkdesk
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const answers: Record<string, string> = {}
  for (const what of asked) answers[what] = await ask(page, what)
  expect(answers).toEqual(Object.fromEntries(asked.map((what) => [what, 'refused'])))

  const names = [
    'geolocation',
    'notifications',
    'camera',
    'microphone',
    'clipboard-read',
    'midi',
    'persistent-storage',
  ]
  const states = await page.evaluate(
    (names) =>
      Promise.all(
        names.map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
    names,
  )
  expect(states).toEqual(names.map(() => 'denied'))

  const lines = await logged(parkdesk, 'refused: permission')
  for (const permission of [
    'geolocation',
    'notifications',
    'media',
    'clipboard-read',
    'midiSysex',
    'idle-detection',
  ])
    expect(lines.join('\n')).toContain(`refused: permission ${permission}`)
  parkdesk.forgive()
})
