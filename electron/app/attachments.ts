import { shell } from 'electron'
import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openableExtensions } from '@shared/features/attachments/attachment'
import { extensionOf, safeFileName } from '@shared/features/attachments/file-name'
import { openedFolder } from '../platform/opened-folder'

/** Pasted pictures that wait to be attached; older ones go. */
const keptPictures = 10

/**
 * Copies of attachments for other programs, and pasted pictures on their way in: private files of one
 * window's session, gone when it is locked or left.
 */
export class OutsideFiles {
  readonly #folder: string
  readonly #log: (line: string) => void
  readonly #pictures: string[] = []

  constructor(dataFolder: string, log: (line: string) => void) {
    this.#folder = openedFolder(dataFolder)
    this.#log = log
  }

  /**
   * Has the system's own program open a copy the data process made; false when there is none for it. Anything but such a
   * copy, of a kind that may be opened, is not touched.
   */
  async open(path: string): Promise<boolean> {
    if (!this.#isCopy(path)) {
      this.#log('refused to open what is no copy of an attachment')
      return false
    }
    const problem = await shell.openPath(path)
    if (problem !== '') this.#log('no program opened the copy of an attachment')
    return problem === ''
  }

  /** Writes a pasted picture to a file of this name; answers its path. */
  picture(name: string, bytes: Uint8Array): string {
    const folder = join(this.#folder, randomUUID())
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const path = join(folder, safeFileName(name))
    writeFileSync(path, bytes, { mode: 0o600 })
    this.#pictures.push(folder)
    if (this.#pictures.length > keptPictures)
      rmSync(this.#pictures.shift() ?? folder, { recursive: true, force: true })
    return path
  }

  /** Removes every copy. One that another program holds is left for the next time. */
  wipe(): void {
    if (!existsSync(this.#folder)) return
    try {
      for (const name of readdirSync(this.#folder)) this.#remove(join(this.#folder, name))
    } catch (error) {
      this.#stayed(error)
    }
  }

  #remove(copy: string): void {
    try {
      // Windows does not remove what is read-only.
      if (lstatSync(copy).isDirectory())
        for (const file of readdirSync(copy)) chmodSync(join(copy, file), 0o600)
      rmSync(copy, { recursive: true, force: true })
    } catch (error) {
      this.#stayed(error)
    }
  }

  #stayed(error: unknown): void {
    this.#log(`a copy of an attachment is still there: ${error instanceof Error ? error.name : 'unknown'}`)
  }

  #isCopy(path: string): boolean {
    if (dirname(dirname(path)) !== this.#folder || !openableExtensions.has(extensionOf(path))) return false
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
  }
}
