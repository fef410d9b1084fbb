import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes `folder` by `prepare(temporary folder)` unless it is there already: it appears whole or not at all,
 * also when the machine stops half way or two set-ups run at the same time.
 */
export async function prepareOnce(folder, prepare) {
  if (existsSync(folder)) return folder
  mkdirSync(dirname(folder), { recursive: true })
  const unfinished = mkdtempSync(`${folder}.unfinished-`)
  try {
    await prepare(unfinished)
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}
