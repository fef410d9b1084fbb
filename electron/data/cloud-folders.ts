import { dirname, join } from 'node:path'

type Readers = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isFile: (path: string) => boolean
  readonly exists: (path: string) => boolean
}

/** Names that the programs give their folders, each as a whole part of a path. */
const names: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( ?- .+)?$/i, 'OneDrive'],
  [/^dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(google ?drive|googledrive-.+|my drive)$/i, 'Google Drive'],
  [/^(yandex\.?disk|яндекс\.?диск)$/i, 'Яндекс.Диск'],
  [/^(облако mail\.ru|mail\.ru cloud|cloud mail\.ru)$/i, 'Облако Mail.ru'],
  [/^nextcloud\d*$/i, 'Nextcloud'],
  [/^owncloud\d*$/i, 'ownCloud'],
  [/^(iclouddrive|icloud drive|com~apple~clouddocs|mobile documents)$/i, 'iCloud'],
  [/^(坚果云|我的坚果云|nutstore( files)?)$/i, '坚果云'],
  [
    /^(百度网盘|百度云同步盘|百度网盘同步空间|baidu(netdisk|yun|syncdisk)(download|workspace)?)$/i,
    '百度网盘',
  ],
  [/^(wps云盘|wps cloud files|wpsdrive)$/i, 'WPS'],
  [/^(megasync|mega)$/i, 'MEGA'],
  [/^(pcloud ?drive|pcloudsync)$/i, 'pCloud'],
  [/^box sync$/i, 'Box'],
  [/^seafile$/i, 'Seafile'],
  [/^cloudstorage$/i, 'CloudStorage'],
]

/** What the programs leave in the folder they copy, whatever it is called; a name with `/` is below it. */
const markers: readonly (readonly [string, 'file' | 'any', string])[] = [
  ['.dropbox', 'file', 'Dropbox'],
  ['.dropbox.cache', 'any', 'Dropbox'],
  ['.tmp.driveupload', 'any', 'Google Drive'],
  ['.owncloudsync.log', 'file', 'Nextcloud'],
  ['.sync/ID', 'file', 'Resilio Sync'],
  ['.stfolder', 'any', 'Syncthing'],
  ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'any', 'OneDrive'],
]

const oneDriveVariables = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial']

function ancestors(path: string): string[] {
  const above = dirname(path)
  return above === path ? [path] : [path, ...ancestors(above)]
}

/** The program that copies a folder to the cloud or to other machines; null where none is known to. */
export function cloudFolderOf(path: string, readers: Readers): string | null {
  const named = path
    .split(/[\\/]/)
    .flatMap((part) => names.filter(([pattern]) => pattern.test(part)).map(([, program]) => program))
  if (named[0] !== undefined) return named[0]
  const folders = ancestors(path)
  if (oneDriveVariables.some((variable) => folders.includes(readers.env[variable] ?? '\0'))) return 'OneDrive'
  for (const folder of folders) {
    const marker = markers.find(([name, kind]) => {
      const found = join(folder, name)
      return kind === 'file' ? readers.isFile(found) : readers.exists(found)
    })
    if (marker) return marker[2]
  }
  return null
}
