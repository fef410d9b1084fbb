import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Case, Group, Scope } from '../support/cases'
import { readTold } from '../support/commands'
import { injectedCases, type Setting } from '../support/injected'
import { judgeEnd, judgePark } from '../support/judge'
import { startProgram } from '../support/product'
import { attachedTo, attachmentFailures, attachments } from '../support/product-accounts'
import { copyFolder, modelPark, parkIn } from '../support/settings'

const letter = (folder: string) => join(folder, 'letter.txt')

/** A text of some hundred kilobytes, so that it is copied in several pieces. */
const text = 'Уважаемые коллеги, 您好. '.repeat(20_000)
const textHash = createHash('sha256').update(text).digest('hex')

/** A file attached to an incident. */
export function attachmentSetting(scope: Scope): Setting {
  const model = modelPark(scope)
  return {
    name: 'attachment',
    prepare: (folder) => {
      copyFolder(model, parkIn(folder))
      writeFileSync(letter(folder), text)
    },
    deed: (folder) => ['attach', parkIn(folder), letter(folder)],
    judge: (folder, end) => judgeAttached(folder, end),
  }
}

async function judgeAttached(folder: string, end: Parameters<typeof judgeEnd>[0]): Promise<string | null> {
  const told = readTold(end.said)
  const park = parkIn(folder)
  const wrong = judgeEnd(end, told)
  if (wrong !== null) return wrong
  return judgePark(park, (db) => {
    const rows = attachedTo(db)
    if (told.stored.size > 0 && rows.length !== 1) return `lost: the attachment (${rows.length})`
    if (rows.length > 1) return `${rows.length} attachments of one file`
    const [damaged] = attachmentFailures(park, db)
    if (damaged !== undefined) return `a row without its file: ${damaged}`
    const [row] = rows
    return row === undefined || row.sha256 === textHash ? null : 'another content is attached'
  })
}

const kill = 'signal=SIGKILL'
// Errors of `write` are not given: Node itself writes by it, and gives up.
const calls = ['write', 'pwrite64', 'fsync', 'fdatasync', 'rename', 'openat', 'mkdir', 'close']
const failing = ['pwrite64', 'fsync', 'rename', 'openat', 'mkdir']

/** Row 8: killed, without room and on a bad disk while a file is attached. */
export const killedAttachments: readonly Group[] = [
  {
    row: 8,
    name: 'attachment',
    cases: async (scope) => {
      const setting = attachmentSetting(scope)
      const limit = scope.long ? 12 : 1
      const plans = [
        { calls, effect: kill, limit: scope.long ? 40 : 1 },
        { calls: failing, effect: 'error=ENOSPC', limit },
        { calls: failing, effect: 'error=EIO', limit },
      ]
      return (await Promise.all(plans.map((plan) => injectedCases(scope, setting, plan)))).flat()
    },
  },
]

type Spoil = { readonly name: string; readonly spoil: (file: string) => void; readonly state: string }

const spoils: readonly Spoil[] = [
  { name: 'missing', spoil: (file) => rmSync(file), state: 'missing' },
  { name: 'without content', spoil: (file) => truncateSync(file, 0), state: 'damaged' },
  { name: 'cut off', spoil: (file) => truncateSync(file, 1000), state: 'damaged' },
  {
    name: 'with another letter',
    spoil: (file) => writeFileSync(file, text.replace('您', '你')),
    state: 'damaged',
  },
]

function spoiltCase(scope: Scope, { name, spoil, state }: Spoil): Case {
  return {
    name: `an attachment ${name}`,
    run: async (folder) => {
      const park = parkIn(folder)
      copyFolder(modelPark(scope), park)
      writeFileSync(letter(folder), text)
      const { attach, fileOf, saveCopy } = await attachments()
      await attach(park, letter(folder))
      const file = fileOf(park, textHash)
      if (!existsSync(file)) throw new Error('the attached file is not where it should be')
      spoil(file)
      const desk = await startProgram(park)
      try {
        const found = attachmentFailures(park, desk.db).join()
        if (found !== state) return { hit: true, killed: false, failure: `it is called ${found}` }
        const [row] = attachedTo(desk.db)
        const copy = join(folder, 'copy.txt')
        const code = row ? await saveCopy(park, row, copy) : 'no row'
        const taken = existsSync(copy) && readFileSync(copy, 'utf8') !== text
        const wrong = code !== `attachment_${state}` || taken ? `a copy of it: ${code}` : null
        return { hit: true, killed: false, failure: wrong }
      } finally {
        desk.close()
      }
    },
  }
}

/** Row 21: the file of an attachment lost or altered. */
export const spoiltAttachments: readonly Group[] = [
  {
    row: 21,
    name: 'spoilt-attachment',
    cases: (scope) => Promise.resolve(spoils.map((one) => spoiltCase(scope, one))),
  },
]
