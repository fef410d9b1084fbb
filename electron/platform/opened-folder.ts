import { join } from 'node:path'

/** Where copies lie that other programs are shown, each in a folder of its own; emptied whenever a window is left. */
export function openedFolder(dataFolder: string): string {
  return join(dataFolder, 'opened')
}
