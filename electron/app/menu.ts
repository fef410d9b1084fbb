import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '@shared/contract/contract'
import type { Language } from '@shared/kernel/language'
import { translator, type Translator } from '../platform/i18n'
import { eventChannel } from '../ipc/channels'

function send(command: MenuCommand): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  window?.webContents.send(eventChannel, 'menu', JSON.stringify({ command }))
}

function template(t: Translator): MenuItemConstructorOptions[] {
  const item = (command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label: t(`menu:${command}`),
    click: () => send(command),
    ...(accelerator ? { accelerator } : {}),
  })
  const role = (name: MenuItemConstructorOptions['role'], key: string): MenuItemConstructorOptions => ({
    role: name,
    label: t(`menu:${key}`),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  return [
    {
      label: t('menu:file'),
      submenu: [
        item('newRequest', 'CmdOrCtrl+Shift+N'),
        item('newRecord', 'CmdOrCtrl+N'),
        item('save', 'CmdOrCtrl+S'),
        line,
        item('import', 'CmdOrCtrl+Shift+I'),
        item('export', 'CmdOrCtrl+Shift+E'),
        line,
        item('print', 'CmdOrCtrl+P'),
        line,
        role('quit', 'quit'),
      ],
    },
    {
      label: t('menu:edit'),
      submenu: [
        role('undo', 'undo'),
        role('redo', 'redo'),
        line,
        role('cut', 'cut'),
        role('copy', 'copy'),
        role('paste', 'paste'),
        role('selectAll', 'selectAll'),
        line,
        item('find', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: t('menu:view'),
      submenu: [
        item('refresh', 'F5'),
        line,
        role('zoomIn', 'zoomIn'),
        role('zoomOut', 'zoomOut'),
        role('resetZoom', 'zoomReset'),
        role('togglefullscreen', 'fullScreen'),
      ],
    },
    {
      label: t('menu:go'),
      submenu: [
        item('overview', 'CmdOrCtrl+1'),
        item('tenants', 'CmdOrCtrl+2'),
        item('requests', 'CmdOrCtrl+3'),
        item('incidents', 'CmdOrCtrl+4'),
        item('reports', 'CmdOrCtrl+5'),
        item('settings', 'CmdOrCtrl+6'),
      ],
    },
    { label: t('menu:help'), submenu: [item('shortcuts', 'F1'), item('about')] },
  ]
}

/** Shows the application menu in a language; every command has its place and its shortcut there. */
export function setMenuLanguage(language: Language): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(translator(language))))
}
