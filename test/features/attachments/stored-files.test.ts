import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Attachment } from '@shared/features/attachments/attachment'
import { number, sql } from '../../../electron/data/sql'
import {
  attachmentFile,
  attachmentFiles,
  attachmentProblems,
  attachmentsFolder,
} from '../../../electron/features/attachments'
import { attachmentsOf } from '../../../electron/features/attachments/attachments.repo'
import { add } from '../../../electron/features/attachments/attachments.tasks'
import { collectAttachments } from '../../../electron/features/attachments/collect'
import { takeIn } from '../../../electron/features/attachments/take-in'
import { verify } from '../../../electron/features/storage'
import { addTenant, taskContext, testFolder, testNow } from '../../support/park'
import { adding, desk, fileOf, jobId, pdf, png, tokenOf, type Desk } from './files'

const hour = 60 * 60 * 1000

async function attached(at: Desk, recordId = addTenant(at.db)) {
  const attachment = await at.ask<Attachment>(
    'attachments.add',
    adding('tenants', recordId, fileOf('a.pdf', pdf)),
  )
  const sha256 = attachmentsOf(at.db, attachment)[0]?.sha256 ?? ''
  const { register, id } = attachment
  return { recordId, sha256, file: attachmentFile(at.folder, sha256), ref: { register, recordId, id } }
}

const stateOf = async (at: Desk, recordId: string) =>
  (await at.ask<Attachment[]>('attachments.list', { register: 'tenants', recordId })).map(
    ({ state }) => state,
  )

describe('a stored file that is not what was attached', () => {
  const flip = (file: string) => {
    const bytes = Buffer.from(pdf)
    bytes[20] = (bytes[20] ?? 0) ^ 1
    writeFileSync(file, bytes)
  }
  test.each([
    ['gone', (file: string) => rmSync(file), 'missing', 'missing'],
    ['empty', (file: string) => truncateSync(file, 0), 'damaged', 'damaged'],
    ['longer', (file: string) => appendFileSync(file, 'x'), 'damaged', 'damaged'],
    ['a folder', (file: string) => (rmSync(file), mkdirSync(file)), 'damaged', 'damaged'],
    ['one bit different', flip, 'sound', 'damaged'],
  ] as const)(
    'because it is %s is marked and given to nobody; its record stays usable',
    async (_how, harm, glanced, read) => {
      const at = desk()
      const { recordId, sha256, file, ref } = await attached(at)
      harm(file)
      expect(await stateOf(at, recordId)).toEqual([glanced])
      expect(attachmentProblems(at.folder, at.db)).toMatchObject([
        { sha256, recordId, name: 'a.pdf', state: read },
      ])
      expect(verify({ file: null }, taskContext(at.folder)).problems).toEqual([
        { kind: 'attachments', detail: `a.pdf: ${read}` },
      ])
      const target = join(testFolder(), 'copy.pdf')
      const failure = await at.fail('attachments.save', { ...ref, jobId, file: tokenOf(target) })
      expect(failure).toMatchObject({ code: `attachment_${read}`, params: { file: 'a.pdf' } })
      expect((await at.fail('attachments.open', { ...ref, jobId })).code).toBe(`attachment_${read}`)
      expect(readdirSync(dirname(target))).toEqual([])
      expect(at.opened).toEqual([])
      expect(await stateOf(at, recordId)).toEqual([read])
      expect(await at.ask('tenants.get', { id: recordId })).toBeTruthy()
    },
  )

  test('is sound again once it is back', async () => {
    const at = desk()
    const { recordId, file, ref } = await attached(at)
    flip(file)
    await at.fail('attachments.open', { ...ref, jobId })
    expect(await stateOf(at, recordId)).toEqual(['damaged'])
    writeFileSync(file, pdf)
    await at.ask('attachments.open', { ...ref, jobId })
    expect(await stateOf(at, recordId)).toEqual(['sound'])
  })

  test('is mended everywhere by attaching the content anew anywhere', async () => {
    const at = desk()
    const { recordId, file, ref } = await attached(at)
    flip(file)
    await at.fail('attachments.open', { ...ref, jobId })
    await attached(at, addTenant(at.db, { name: 'Other' }))
    expect(await stateOf(at, recordId)).toEqual(['sound'])
    expect(attachmentProblems(at.folder, at.db)).toEqual([])
  })
})

test('a backup is told of every content once, those in the bin included', async () => {
  const at = desk()
  const { ref, sha256 } = await attached(at)
  await attached(at, addTenant(at.db, { name: 'Other' }))
  await at.ask('attachments.remove', ref)
  expect([...attachmentFiles(at.db)]).toEqual([{ sha256, bytes: pdf.length }])
})

describe('taking a file in', () => {
  const long = 'line of text\n'.repeat(100_000)

  test('gives up a file that changes while it is read', async () => {
    const folder = testFolder()
    const path = fileOf('log.txt', long)
    const progress = () => appendFileSync(path, 'more')
    await expect(takeIn(path, { ...taskContext(folder), progress })).rejects.toThrow('file_vanished')
    expect(readdirSync(attachmentsFolder(folder))).toEqual([])
  })

  test('can be cancelled, and leaves nothing', async () => {
    const at = desk()
    const recordId = addTenant(at.db)
    let pieces = 0
    const checkCancelled = () => {
      pieces += 1
      if (pieces === 2) throw new Error('cancelled')
    }
    const input = {
      register: 'tenants',
      recordId,
      path: fileOf('log.txt', long),
      workstation: 'desk-1',
    } as const
    await expect(add(input, { ...taskContext(at.folder), checkCancelled })).rejects.toThrow()
    expect(readdirSync(attachmentsFolder(at.folder))).toEqual([])
    expect(number(at.db, sql`SELECT count(*) FROM attachments`)).toBe(0)
  })

  test('whose record disappears meanwhile writes no row; its file is collected a day later', async () => {
    const at = desk()
    const recordId = addTenant(at.db)
    const progress = () => void at.db.prepare('UPDATE tenants SET deleted_at = 1').run()
    const input = {
      register: 'tenants',
      recordId,
      path: fileOf('a.png', png),
      workstation: 'desk-1',
    } as const
    await expect(add(input, { ...taskContext(at.folder), progress })).rejects.toThrow('not_found')
    expect(number(at.db, sql`SELECT count(*) FROM attachments`)).toBe(0)
    expect(collectAttachments(at.folder, at.db, Date.now() + 25 * hour)).toBe(1)
  })
})

describe('tidying up after a start', () => {
  /** A file nobody refers to, written so many hours before `testNow`. */
  function orphan(folder: string, hoursOld: number): string {
    const file = attachmentFile(folder, 'ab'.repeat(32))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, 'x')
    utimesSync(file, (testNow - hoursOld * hour) / 1000, (testNow - hoursOld * hour) / 1000)
    return file
  }

  test.each([
    ['older than a day goes', 25, testNow, false],
    ['younger than a day stays', 23, testNow, true],
    ['stays while the clock is behind the log', 25, testNow - 400 * 24 * hour, true],
    ['stays while the clock is years ahead', 25, testNow + 10 * 365 * 24 * hour, true],
  ] as const)('a file without a row %s', (_what, hoursOld, now, stays) => {
    const at = desk()
    addTenant(at.db)
    const file = orphan(at.folder, hoursOld)
    collectAttachments(at.folder, at.db, now)
    expect(existsSync(file)).toBe(stays)
  })

  test('what is left of a file being added goes, what is attached or in the bin stays, and so does what is none of ours', async () => {
    const at = desk()
    const { file, ref } = await attached(at)
    await at.ask('attachments.remove', ref)
    const top = attachmentsFolder(at.folder)
    writeFileSync(join(top, 'x.partial'), 'half')
    writeFileSync(join(top, 'note.txt'), 'mine')
    utimesSync(file, 1, 1)
    expect(collectAttachments(at.folder, at.db, testNow)).toBe(1)
    expect(existsSync(file)).toBe(true)
    expect(existsSync(join(top, 'note.txt'))).toBe(true)
    expect(existsSync(join(top, 'x.partial'))).toBe(false)
  })
})
