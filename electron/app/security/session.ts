import type { Session } from 'electron'

/** No permission of any kind, and no dictionary download: the one thing an offline Electron would still fetch. */
export function confineSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
}
