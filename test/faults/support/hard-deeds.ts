import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/contract/result'
import { toAppError } from '../../../electron/data/sqlite-errors'
import { readTold, singleCommand } from './commands'
import { judgeCommands, judgePark } from './judge'
import { exporter, importer, openDesk, reporter, storage, type Desk } from './product'
import { attachments } from './product-accounts'
import { say } from './say'

/** What is wrong goes out as a line `W …`; the last line is `OK`. */
function end(wrong: string | null): void {
  say(wrong === null ? 'OK' : `W ${wrong}`)
}

async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'done'
  } catch (error) {
    const failure = toAppError(error)
    const cause = failure.cause instanceof Error ? ` ${failure.cause.message}` : ''
    return failure.code + cause
  }
}

const commandCode = (desk: Desk, change: number) =>
  codeOf(async () => {
    const result = await singleCommand(desk, change)
    if (!result.ok) throw new AppError(result.error.code, result.error.params)
  })

/** Enough for any disk that a test gives. */
const manyCommands = 20_000

/**
 * `full-disk <disk> <park to copy> <file to import>`: works until the disk is full, looks at what happens then, makes
 * room and goes on in the same process.
 */
export async function fullDisk(disk: string, [model = '', file = '']: readonly string[]): Promise<void> {
  const importIncidents = await importer()
  const { attach } = await attachments()
  const [park, ballast] = [join(disk, 'park'), join(disk, 'ballast')]
  cpSync(model, park, { recursive: true })
  writeFileSync(ballast, Buffer.alloc(512 * 1024))
  const desk = openDesk(park)
  const lines: string[] = []
  const command = async (change: number) => {
    lines.push(`B ${change}`)
    const code = await commandCode(desk, change)
    lines.push(code === 'done' ? `C ${change}` : `F ${change} ${code}`)
    return code
  }
  let change = 0
  let code = 'done'
  while (code === 'done' && change < manyCommands) code = await command((change += 1))
  if (code !== 'disk_full') return end(`a full disk is ${code} after ${change} commands`)
  const whole = await codeOf(() => importIncidents(park, file))
  const attached = await codeOf(() => attach(park, file))
  const read = await desk.call('incidents.count', { conditions: [], deleted: false })
  if (!read.ok) return end(`a full disk cannot be read: ${read.error.code}`)
  rmSync(ballast)
  const after = await command(change + 1)
  desk.close()
  if (attached !== 'disk_full') return end(`a file attached on a full disk is ${attached}`)
  if (whole !== 'disk_full') return end(`an import into a full disk is ${whole}`)
  if (after !== 'done') return end(`with room again: ${after}`)
  const told = { hit: true, killed: false, hung: false, status: 0, said: lines, complained: '' }
  end((await judgeCommands(park, told)) ?? (readTold(lines).stored.size > 1 ? null : 'nothing was stored'))
}

/** `full-target <disk> <park>`: everything that writes files for people, onto a disk without room. */
export async function fullTarget(disk: string, [park = '']: readonly string[]): Promise<void> {
  const { backUp } = await storage()
  const [exportIncidents, saveReport] = [await exporter(), await reporter()]
  writeFileSync(join(disk, 'old.csv'), 'an older file')
  const before = readdirSync(disk).length
  const codes = {
    backup: await codeOf(() => backUp(park, join(disk, 'park.parkdesk'))),
    export: await codeOf(() => exportIncidents(park, join(disk, 'old.csv'))),
    report: await codeOf(() => saveReport(park, join(disk, 'reports'))),
  }
  const other = Object.entries(codes).find(([, code]) => code !== 'disk_full')
  if (other) return end(`${other[0]} on a full disk: ${other[1]}`)
  if (readFileSync(join(disk, 'old.csv'), 'utf8') !== 'an older file') return end('the older file is gone')
  const left = readdirSync(disk, { recursive: true, encoding: 'utf8' }).filter((name) => name !== 'reports')
  end(left.length === before ? await judgePark(park, () => null) : `left behind: ${left.join(' ')}`)
}

/** What a program may say of a park it can only read. */
const refusals = ['database_read_only', 'data_folder_unwritable', 'target_unwritable', 'park_read_only']

/** `look <park>`: opens a park that cannot be written, reads it, and must not be able to change it. */
export async function look(park: string): Promise<void> {
  const desk = openDesk(park)
  const read = await desk.call('incidents.count', { conditions: [], deleted: false })
  const written = await commandCode(desk, 1)
  await codeOf(() => Promise.resolve(desk.close()))
  if (!refusals.includes(written)) return end(`a change of a park that cannot be written: ${written}`)
  say(read.ok ? 'read' : `refused ${read.error.code}`)
  end(read.ok || refusals.includes(read.error.code) ? null : `it is refused as ${read.error.code}`)
}
