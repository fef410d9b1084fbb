import type { Session } from 'electron'
import { noteRefusal, placeOf } from './refusals'

/** Where nothing of the program ever is. Its own scheme is not asked about: that would delay every file of it. */
const outside = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`)

/**
 * No permission of any kind, no device, no download, no address outside the program, and no dictionary: the one thing an
 * offline Electron would still fetch. What it refuses is written down.
 */
export function confineSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    noteRefusal(`permission ${permission}`)
    answer(false)
  })
  session.setPermissionCheckHandler((_contents, permission) => {
    noteRefusal(`permission ${permission}`)
    return false
  })
  session.setDevicePermissionHandler(({ deviceType }) => {
    noteRefusal(`device ${deviceType}`)
    return false
  })
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.webRequest.onBeforeRequest({ urls: outside }, ({ url }, answer) => {
    noteRefusal('request', placeOf(url))
    answer({ cancel: true })
  })
  session.on('will-download', (event, item) => {
    event.preventDefault()
    noteRefusal('download', placeOf(item.getURL()))
  })
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
}
