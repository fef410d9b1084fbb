import { app, BrowserWindow, dialog, shell, nativeTheme, type IpcMainInvokeEvent } from 'electron'
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { AppError } from '@shared/contract/result'
import type { ChosenFile } from '@shared/features/shell/shell.contract'
import { attachmentExtensions } from '@shared/features/attachments/attachment'
import type { Grant } from '../data/messages'
import type { MainHandlers } from '../ipc/router'
import { setMenuLanguage } from './menu'

type Purpose = 'import' | 'rejects' | 'export' | 'backup' | 'restore' | 'attachment'

const filters: Readonly<Record<Purpose, Electron.FileFilter[]>> = {
  import: [{ name: 'XLSX, CSV, JSON', extensions: ['xlsx', 'xlsm', 'csv', 'tsv', 'txt', 'json'] }],
  rejects: [{ name: 'CSV', extensions: ['csv'] }],
  export: [{ name: 'XLSX, CSV, JSON', extensions: ['xlsx', 'csv', 'json'] }],
  backup: [{ name: 'Parkdesk', extensions: ['parkdesk'] }],
  restore: [{ name: 'Parkdesk', extensions: ['parkdesk', 'sqlite'] }],
  // A copy keeps the ending of its name, whatever it is.
  attachment: [],
}

const reading: ReadonlySet<Purpose> = new Set(['import', 'restore'])

/** Paths the user chose, by the token the window knows them by. */
export class ChosenFiles {
  readonly #paths = new Map<string, string>()
  readonly #grant: (grant: Grant) => void

  constructor(grant: (grant: Grant) => void) {
    this.#grant = grant
  }

  /** For reading only. */
  add(path: string): Exclude<ChosenFile, null> {
    return this.#add(path, false)
  }

  /** Chosen in the system's own dialog to be written to. */
  addTarget(path: string): Exclude<ChosenFile, null> {
    return this.#add(path, true)
  }

  #add(path: string, mayWrite: boolean): Exclude<ChosenFile, null> {
    const token = randomUUID()
    this.#paths.set(token, path)
    this.#grant({ token, path, mayWrite })
    return { token, name: basename(path) }
  }

  pathOf(token: string): string {
    const path = this.#paths.get(token)
    if (path === undefined) throw new AppError('not_allowed', { name: 'file' })
    return path
  }
}

function windowOf(event: IpcMainInvokeEvent): BrowserWindow {
  const window = BrowserWindow.fromWebContents(event.sender)
  if (!window) throw new AppError('not_allowed', { name: 'window' })
  return window
}

/** What the window may ask of the system: dialogs, printing, the file manager. */
export function shellHandlers(files: ChosenFiles, sqlite: () => string): MainHandlers {
  return {
    chooseFile: async ({ purpose, title, suggestedName }, event) => {
      const options = { title, filters: filters[purpose] }
      const window = windowOf(event)
      if (reading.has(purpose)) {
        const chosen = await dialog.showOpenDialog(window, { ...options, properties: ['openFile'] })
        return chosen.filePaths[0] === undefined ? null : files.add(chosen.filePaths[0])
      }
      const target = await dialog.showSaveDialog(window, { ...options, defaultPath: suggestedName ?? '' })
      return target.canceled || !target.filePath ? null : files.addTarget(target.filePath)
    },
    chooseAttachments: async ({ title }, event) => {
      const chosen = await dialog.showOpenDialog(windowOf(event), {
        title,
        filters: [{ name: '*', extensions: [...attachmentExtensions] }],
        properties: ['openFile', 'multiSelections'],
      })
      return chosen.filePaths.map((path) => files.add(path))
    },
    chooseFolder: async ({ title }, event) => {
      const properties: ('openDirectory' | 'createDirectory')[] = ['openDirectory', 'createDirectory']
      const chosen = await dialog.showOpenDialog(windowOf(event), { title, properties })
      return chosen.filePaths[0] === undefined ? null : files.addTarget(chosen.filePaths[0])
    },
    showInFolder: ({ token }) => {
      shell.showItemInFolder(files.pathOf(token))
      return null
    },
    print: (_input, event) =>
      new Promise((resolve) => event.sender.print({ silent: false }, () => resolve(null))),
    appearance: async ({ language, theme }) => {
      nativeTheme.themeSource = theme
      await setMenuLanguage(language)
      return null
    },
    about: () => ({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      chromium: process.versions['chrome'] ?? '',
      sqlite: sqlite(),
      platform: `${process.platform} ${process.arch}`,
    }),
  }
}
