import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrations } from '../../electron/data/migrations'
import type { TaskContext } from '../../electron/data/task'
import { createPark } from '../../electron/features/storage/create-park'
import { storageTasks } from '../../electron/features/storage/storage.tasks'
import { say } from './measure'

/** Everything in the parks happened before this instant, 2026-11-20 12:00 in Almaty. */
export const benchNow = Date.UTC(2026, 10, 20, 7)

const tenants = 600
const incidents = 2000
const seed = 1

const park = {
  nameZh: '测试园区',
  nameRu: 'Тестовый парк',
  nameEn: 'Test park',
  timeZone: 'Asia/Almaty',
  currency: 'CNY',
  country: 'KZ',
} as const

/** What a task is given; its progress goes to nobody. */
export function taskContext(folder: string): TaskContext {
  return { folder, actor: 'operator', progress: () => undefined, checkCancelled: () => undefined }
}

/** A folder of its own; the caller removes it. */
export function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), 'parkdesk-bench-'))
}

/** Where parks are kept between runs: one folder for each structure of the database. */
function cacheFolder(): string {
  const structure = JSON.stringify(migrations.map(({ version, statements }) => [version, statements]))
  const key = createHash('sha256').update(structure).digest('hex').slice(0, 12)
  const version = migrations.at(-1)?.version ?? 0
  return join(
    process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
    'parkdesk',
    'bench',
    `${version}-${key}`,
  )
}

/** Makes an empty park, or one with only tenants, in a folder. */
export function makePark(folder: string, requests: number, incidentCount = incidents): void {
  mkdirSync(folder, { recursive: true })
  createPark(folder, park).close()
  const size = { tenants, requests, incidents: incidentCount }
  storageTasks['storage.demo']({ ...size, seed, anchor: benchNow }, taskContext(folder))
}

/** The folder of a park with this many requests, made the first time it is asked for. */
export function benchPark(requests: number): string {
  const cache = cacheFolder()
  const folder = join(cache, String(requests))
  if (existsSync(folder)) return folder
  say(`making a park of ${requests.toLocaleString('en')} requests in ${folder}`)
  mkdirSync(cache, { recursive: true })
  // A name of its own: another run may be making the same park, and whichever is done first gives its park the name.
  const own = mkdtempSync(join(cache, `${requests}.partial-`))
  makePark(own, requests)
  if (existsSync(folder)) rmSync(own, { recursive: true })
  else renameSync(own, folder)
  return folder
}
