import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openReadable } from '../../electron/data/connection'
import { folderKind, mustBeLocal, type FolderReaders } from '../../electron/data/folder-check'
import { OpenPark } from '../../electron/data/park'
import { createPark } from '../../electron/features/storage'
import { testFolder, testPark } from '../support/park'

const line = (point: string, type: string) =>
  `36 35 98:0 / ${point} rw,noatime shared:1 - ${type} source rw\n`

/** A machine with these mounts, on which every path is what it is called. */
function machine(mounts: string, changes: Partial<FolderReaders> = {}): FolderReaders {
  return {
    real: (path) => path,
    mounts: () => mounts,
    env: {},
    isFile: () => false,
    // Every folder is there, and nothing that a program leaves in one.
    exists: (path) => !path.split('/').some((part) => part.startsWith('.')),
    ...changes,
  }
}

const root = line('/', 'ext4')
const kindOn = (type: string) => folderKind('/data/park', machine(root + line('/data', type))).kind

describe('a folder is', () => {
  test.each(['ext4', 'xfs', 'btrfs', 'zfs', 'tmpfs', 'overlay', 'ntfs3', 'fuseblk', 'apfs', 'f2fs'])(
    'this machine’s own on %s',
    (type) => expect(kindOn(type)).toBe('local'),
  )

  test.each([
    'nfs',
    'nfs4',
    'cifs',
    'smb3',
    '9p',
    'ceph',
    'fuse.sshfs',
    'fuse.rclone',
    'fuse.gvfsd-fuse',
    'vboxsf',
  ])('on the network on %s', (type) => expect(kindOn(type)).toBe('network'))

  test.each(['vfat', 'exfat'])('on a medium that can be pulled out on %s', (type) =>
    expect(kindOn(type)).toBe('removable'),
  )

  test('judged by the nearest mount above it, blanks in its name and all', () => {
    const mounts = root + line('/data', 'nfs4') + line('/data/own\\040disk', 'ext4')
    expect(folderKind('/data/own disk/park', machine(mounts)).kind).toBe('local')
    expect(folderKind('/data/other', machine(mounts)).kind).toBe('network')
    expect(folderKind('/database', machine(mounts)).kind).toBe('local')
  })

  test('the machine’s own where the machine itself runs from it', () => {
    expect(folderKind('/srv/park', machine(line('/', '9p'))).kind).toBe('local')
  })

  test('on the network behind a drive letter or a name of a server', () => {
    const windows = (path: string) => ({ real: () => path })
    expect(folderKind('/z/park', machine('', windows('\\\\server\\share\\park'))).kind).toBe('network')
    expect(folderKind('\\\\server\\share\\park', machine('')).kind).toBe('network')
    expect(folderKind('/c/park', machine('', windows('\\\\?\\C:\\park'))).kind).toBe('local')
  })
})

describe('a folder that is copied to the cloud', () => {
  test.each([
    ['/home/anna/Dropbox/park', 'Dropbox'],
    ['/home/anna/Яндекс.Диск/парк', 'Яндекс.Диск'],
    ['/home/anna/Yandex.Disk/park', 'Яндекс.Диск'],
    ['/home/anna/Nextcloud/park', 'Nextcloud'],
    ['/Users/anna/OneDrive - Park LLC/Documents/park', 'OneDrive'],
    ['/Users/anna/Library/CloudStorage/GoogleDrive-a@b.c/My Drive/park', 'CloudStorage'],
    ['/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/park', 'iCloud'],
    ['/mnt/d/坚果云/园区', '坚果云'],
    ['/mnt/d/BaiduSyncdisk/园区', '百度网盘'],
  ])('is known by its name: %s', (path, what) => {
    expect(folderKind(path, machine(root))).toEqual({ kind: 'cloud', what })
  })

  test.each([
    '/home/anna/parks/dropboxes',
    '/srv/nextcloud-data/park',
    '/home/mega-park/data',
    '/srv/onedriver',
  ])('is not every folder with such a word: %s', (path) =>
    expect(folderKind(path, machine(root)).kind).toBe('local'),
  )

  test('is known by what the program leaves in it, whatever it is called', () => {
    const folder = testFolder()
    mkdirSync(join(folder, '.stfolder'))
    expect(folderKind(join(folder, 'deep', 'park'))).toEqual({ kind: 'cloud', what: 'Syncthing' })
    expect(() => mustBeLocal(join(folder, 'park'))).toThrow('folder_not_local')
  })

  test('is told by Windows itself', () => {
    const readers = machine('', { env: { OneDriveCommercial: '/work/files' } })
    expect(folderKind('/work/files/park', readers).what).toBe('OneDrive')
  })

  test('is not the home folder in which a program keeps its own settings', () => {
    const home = testFolder()
    mkdirSync(join(home, '.dropbox'))
    expect(folderKind(join(home, 'park')).kind).toBe('local')
    writeFileSync(join(home, '.dropbox.cache'), '')
    expect(folderKind(join(home, 'park')).kind).toBe('cloud')
  })

  test('takes no park and opens none, and a link to it does not help', () => {
    const cloud = join(testFolder(), 'Dropbox')
    expect(() => createPark(cloud, testPark)).toThrow('folder_not_local')
    const here = join(testFolder(), 'park')
    createPark(here, testPark).close()
    mkdirSync(cloud)
    const link = join(testFolder(), 'link')
    symlinkSync(cloud, link)
    expect(() => openReadable(join(link, 'park'))).toThrow('folder_not_local')
    const park = new OpenPark(join(cloud, 'park'))
    expect(park.state()).toMatchObject({
      state: 'damaged',
      failure: { code: 'folder_not_local', params: { kind: 'cloud', what: 'Dropbox' } },
    })
    park.close()
  })
})
