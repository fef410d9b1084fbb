import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '@shared/contract/events'
import type { Language } from '@shared/kernel/language'
import type { Translator } from '../platform/i18n'
import { sendToFront } from '../ipc/broadcast'

type Items = {
  readonly item: (command: MenuCommand, accelerator?: string) => MenuItemConstructorOptions
  readonly role: (name: MenuItemConstructorOptions['role'], key: string) => MenuItemConstructorOptions
}

const line: MenuItemConstructorOptions = { type: 'separator' }

function itemsOf(t: Translator): Items {
  return {
    item: (command, accelerator) => ({
      label: t(`menu:${command}`),
      click: () => sendToFront('menu', { command }),
      ...(accelerator ? { accelerator } : {}),
    }),
    role: (name, key) => ({ role: name, label: t(`menu:${key}`) }),
  }
}

function fileMenu({ item, role }: Items): MenuItemConstructorOptions[] {
  return [
    item('newRequest', 'CmdOrCtrl+Shift+N'),
    item('newRecord', 'CmdOrCtrl+N'),
    item('save', 'CmdOrCtrl+S'),
    line,
    item('import', 'CmdOrCtrl+Shift+I'),
    item('export', 'CmdOrCtrl+Shift+E'),
    line,
    item('print', 'CmdOrCtrl+P'),
    line,
    item('lock', 'CmdOrCtrl+L'),
    role('quit', 'quit'),
  ]
}

function editMenu({ item, role }: Items): MenuItemConstructorOptions[] {
  return [
    role('undo', 'undo'),
    role('redo', 'redo'),
    line,
    role('cut', 'cut'),
    role('copy', 'copy'),
    role('paste', 'paste'),
    role('selectAll', 'selectAll'),
    line,
    item('find', 'CmdOrCtrl+K'),
  ]
}

function viewMenu({ item, role }: Items): MenuItemConstructorOptions[] {
  return [
    item('refresh', 'F5'),
    line,
    role('zoomIn', 'zoomIn'),
    role('zoomOut', 'zoomOut'),
    role('resetZoom', 'zoomReset'),
    role('togglefullscreen', 'fullScreen'),
  ]
}

function goMenu({ item }: Items): MenuItemConstructorOptions[] {
  return [
    item('overview', 'CmdOrCtrl+1'),
    item('tenants', 'CmdOrCtrl+2'),
    item('requests', 'CmdOrCtrl+3'),
    item('incidents', 'CmdOrCtrl+4'),
    item('reports', 'CmdOrCtrl+5'),
    item('settings', 'CmdOrCtrl+6'),
  ]
}

function template(t: Translator): MenuItemConstructorOptions[] {
  const items = itemsOf(t)
  return [
    { label: t('menu:file'), submenu: fileMenu(items) },
    { label: t('menu:edit'), submenu: editMenu(items) },
    { label: t('menu:view'), submenu: viewMenu(items) },
    { label: t('menu:go'), submenu: goMenu(items) },
    {
      label: t('menu:help'),
      submenu: [items.item('manual'), items.item('shortcuts', 'F1'), items.item('about')],
    },
  ]
}

/** Shows the application menu in a language; every command has its place and its shortcut there. */
export async function setMenuLanguage(language: Language): Promise<void> {
  // The texts are read when the page asks for a menu, not before there is a page.
  const { translator } = await import('../platform/i18n')
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(translator(language))))
}
