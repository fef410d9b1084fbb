import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Right, Session } from '@shared/contract/rights'
import {
  attachmentMaximum,
  attachmentsOfRecord,
  type Attachment,
} from '@shared/features/attachments/attachment'
import { all, run, sql } from '../../../electron/data/sql'
import { attachmentFile, attachmentsFolder } from '../../../electron/features/attachments'
import { attachmentsOf } from '../../../electron/features/attachments/attachments.repo'
import { addIncident, addRequest, addTenant, testFolder } from '../../support/park'
import { adding, desk, docm, fileOf, jobId, pdf, png, program, tokenOf, zip, type Desk } from './files'

type Logged = { action: string; changes: string }

const logOf = ({ db }: Desk) =>
  all<Logged>(db, sql`SELECT action, changes FROM change_log WHERE register = 'attachments' ORDER BY seq`)

const refOf = ({ register, recordId, id }: Attachment) => ({ register, recordId, id })

function someone(...rights: readonly Right[]): Session {
  return {
    actor: 'anna',
    accountId: 'a',
    rights: new Set<Right>(['public', 'signedIn', ...rights]),
    mustChangePassword: false,
  }
}

/** A tenant with a PDF attached. */
async function attached(at: Desk, content: string | Uint8Array = pdf, name = 'Договор №7.pdf') {
  const recordId = addTenant(at.db)
  const attachment = await at.ask<Attachment>(
    'attachments.add',
    adding('tenants', recordId, fileOf(name, content)),
  )
  const [stored] = attachmentsOf(at.db, attachment)
  return { recordId, attachment, sha256: stored?.sha256 ?? '' }
}

describe('a file that is attached', () => {
  test('lies under its hash, the user’s alone, with a row and a log entry', async () => {
    const at = desk()
    const { recordId, attachment, sha256 } = await attached(at)
    expect(attachment).toMatchObject({
      name: 'Договор №7.pdf',
      kind: 'pdf',
      bytes: pdf.length,
      state: 'sound',
    })
    const file = attachmentFile(at.folder, sha256)
    expect(readFileSync(file)).toEqual(pdf)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(attachmentsFolder(at.folder)).mode & 0o777).toBe(0o700)
    expect(await at.ask('attachments.list', { register: 'tenants', recordId })).toEqual([attachment])
    const [entry] = logOf(at)
    expect(entry?.action).toBe('created')
    expect(JSON.parse(entry?.changes ?? '')).toMatchObject({
      record: [null, `tenants/${recordId}`],
      name: [null, 'Договор №7.pdf'],
      sha256: [null, sha256],
    })
    expect(at.changed).toContain('attachments')
  })

  test('goes to the bin and comes back', async () => {
    const at = desk()
    const { attachment, recordId } = await attached(at)
    expect((await at.ask<Attachment>('attachments.remove', refOf(attachment))).deletedAt).not.toBeNull()
    expect((await at.fail('attachments.remove', refOf(attachment))).code).toBe('not_found')
    expect((await at.ask<Attachment>('attachments.restore', refOf(attachment))).deletedAt).toBeNull()
    expect(await at.ask('attachments.list', { register: 'tenants', recordId })).toHaveLength(1)
    expect(logOf(at).map(({ action }) => action)).toEqual(['created', 'deleted', 'restored'])
  })

  test('is saved as a copy that is the same byte by byte, and the log says so', async () => {
    const at = desk()
    const { attachment } = await attached(at)
    const target = join(testFolder(), 'copy.pdf')
    const input = { ...refOf(attachment), jobId, file: tokenOf(target) }
    expect(await at.ask('attachments.save', input)).toEqual({ fileName: 'copy.pdf' })
    expect(readFileSync(target)).toEqual(pdf)
    expect(JSON.parse(logOf(at).at(-1)?.changes ?? '')).toMatchObject({ how: [null, 'saved'] })
  })

  test('is never saved over another attachment', async () => {
    const at = desk()
    const { attachment, sha256 } = await attached(at)
    const input = { ...refOf(attachment), jobId, file: tokenOf(attachmentFile(at.folder, sha256)) }
    expect((await at.fail('attachments.save', input)).code).toBe('target_unwritable')
  })

  test('is opened as a read-only copy under a name of the program’s choice', async () => {
    const at = desk()
    const { attachment } = await attached(at)
    await at.ask('attachments.open', { ...refOf(attachment), jobId })
    const [path = ''] = at.opened
    expect(path).toMatch(/opened\/[0-9a-f]{16}\/attachment-[0-9a-f]{6}\.pdf$/)
    expect(path.startsWith(at.folder)).toBe(true)
    expect(readFileSync(path)).toEqual(pdf)
    expect(statSync(path).mode & 0o777).toBe(0o400)
    expect(JSON.parse(logOf(at).at(-1)?.changes ?? '')).toMatchObject({ how: [null, 'opened'] })
  })

  test('that no program opens is named', async () => {
    const at = desk({ program: false })
    const { attachment } = await attached(at)
    expect(await at.fail('attachments.open', { ...refOf(attachment), jobId })).toMatchObject({
      code: 'attachment_no_program',
      params: { file: attachment.name },
    })
  })

  test('and is an archive is kept and saved but never opened', async () => {
    const at = desk()
    const { attachment } = await attached(at, zip, 'scans.zip')
    expect((await at.fail('attachments.open', { ...refOf(attachment), jobId })).code).toBe(
      'attachment_no_program',
    )
    expect(at.opened).toEqual([])
  })

  test('belongs to its record and to no other', async () => {
    const at = desk()
    const { attachment } = await attached(at)
    const other = addTenant(at.db, { name: 'Other' })
    const wrong = { ...refOf(attachment), recordId: other }
    for (const operation of ['attachments.remove', 'attachments.restore'] as const)
      expect((await at.fail(operation, wrong)).code).toBe('not_found')
    expect((await at.fail('attachments.open', { ...wrong, jobId })).code).toBe('not_found')
    expect((await at.fail('attachments.list', { register: 'requests', recordId: other })).code).toBe(
      'not_found',
    )
  })

  test('goes with a record that is erased for good', async () => {
    const at = desk()
    const { recordId } = await attached(at)
    at.db.exec('DELETE FROM tenant_keys')
    run(at.db, sql`DELETE FROM tenants WHERE id = ${recordId}`)
    expect(attachmentsOf(at.db, { register: 'tenants', recordId })).toEqual([])
  })
})

describe('a file is refused', () => {
  const refusals = [
    ['setup.exe', program, 'attachment_kind_refused'],
    ['page.html', '<html></html>', 'attachment_kind_refused'],
    ['drawing.svg', '<svg/>', 'attachment_kind_refused'],
    ['link.lnk', program, 'attachment_kind_refused'],
    ['start.desktop', '[Desktop Entry]', 'attachment_kind_refused'],
    ['app.hta', '<html></html>', 'attachment_kind_refused'],
    ['macros.docm', docm, 'attachment_kind_refused'],
    ['invoice\u202Efdp.exe', program, 'attachment_kind_refused'],
    ['no ending', pdf, 'attachment_kind_refused'],
    ['invoice.pdf', program, 'attachment_mismatch'],
    ['picture.png', pdf, 'attachment_mismatch'],
    ['letter.docx', docm, 'attachment_macros'],
    ['empty.pdf', '', 'file_empty'],
  ] as const

  test.each(refusals)('%j with its reason, and nothing is left of it', async (name, content, code) => {
    const at = desk()
    const recordId = addTenant(at.db)
    const failure = await at.fail('attachments.add', adding('tenants', recordId, fileOf(name, content)))
    expect(failure.code).toBe(code)
    expect(failure.params?.['file']).toBeTruthy()
    expect(await at.ask('attachments.list', { register: 'tenants', recordId })).toEqual([])
    const folder = attachmentsFolder(at.folder)
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
    expect(logOf(at)).toEqual([])
  })

  test('when it is a folder, missing or too large', async () => {
    const at = desk()
    const recordId = addTenant(at.db)
    const refused = async (path: string) =>
      (await at.fail('attachments.add', adding('tenants', recordId, path))).code
    const folder = join(testFolder(), 'folder.pdf')
    mkdirSync(folder)
    expect(await refused(folder)).toBe('file_is_folder')
    expect(await refused(join(folder, 'none.pdf'))).toBe('file_missing')
    const large = fileOf('large.pdf', pdf)
    truncateSync(large, attachmentMaximum + 1)
    expect(await refused(large)).toBe('attachment_too_large')
    truncateSync(large, attachmentMaximum)
    const file = tokenOf(large)
    const added = await at.ask<Attachment>('attachments.add', { register: 'tenants', recordId, jobId, file })
    expect(added.bytes).toBe(attachmentMaximum)
  })

  test('when the record has it already, unless that one is in the bin', async () => {
    const at = desk()
    const { recordId, attachment } = await attached(at)
    const again = () => adding('tenants', recordId, fileOf('again.pdf', pdf))
    expect((await at.fail('attachments.add', again())).code).toBe('attachment_exists')
    await at.ask('attachments.remove', refOf(attachment))
    expect(await at.ask<Attachment>('attachments.add', again())).toMatchObject({ name: 'again.pdf' })
  })

  test('when the record or the park has no room for more', async () => {
    const at = desk()
    const { recordId, attachment } = await attached(at)
    const more = () => at.fail('attachments.add', adding('tenants', recordId, fileOf('more.png', png)))
    run(at.db, sql`UPDATE attachments SET bytes = ${20 * 1024 ** 3} WHERE id = ${attachment.id}`)
    expect((await more()).code).toBe('attachments_full')
    run(at.db, sql`UPDATE attachments SET bytes = ${pdf.length}`)
    for (let index = 1; index < attachmentsOfRecord; index += 1) {
      run(
        at.db,
        sql`INSERT INTO attachments (id, register, record_id, sha256, bytes, name, kind, created_at, created_by)
          SELECT substr(id, 1, 32) || printf('%04d', ${index}), register, record_id, sha256, bytes, name, kind, created_at, created_by
          FROM attachments WHERE id = ${attachment.id}`,
      )
    }
    expect((await more()).code).toBe('attachments_too_many')
  })

  test('when its record is in the bin or is none', async () => {
    const at = desk()
    const { recordId, attachment } = await attached(at)
    await at.ask('tenants.remove', { id: recordId, version: 1 })
    const input = adding('tenants', recordId, fileOf('late.png', png))
    expect((await at.fail('attachments.add', input)).code).toBe('not_found')
    expect((await at.fail('attachments.remove', refOf(attachment))).code).toBe('not_found')
    expect(await at.ask('attachments.list', { register: 'tenants', recordId })).toHaveLength(1)
  })
})

describe('who may do what', () => {
  test('reading lists, opens and saves; only writing adds, removes and restores', async () => {
    const owner = desk()
    const { attachment, recordId } = await attached(owner)
    const reader = desk({ folder: owner.folder, session: someone('tenants.read') })
    const ref = refOf(attachment)
    expect(await reader.ask('attachments.list', { register: 'tenants', recordId })).toHaveLength(1)
    await reader.ask('attachments.open', { ...ref, jobId })
    const input = adding('tenants', recordId, fileOf('b.png', png))
    expect((await reader.fail('attachments.add', input)).code).toBe('not_allowed')
    expect((await reader.fail('attachments.remove', ref)).code).toBe('not_allowed')
    const stranger = desk({ folder: owner.folder, session: someone('requests.read') })
    expect((await stranger.fail('attachments.list', { register: 'tenants', recordId })).code).toBe(
      'not_allowed',
    )
    expect((await stranger.fail('attachments.open', { ...ref, jobId })).code).toBe('not_allowed')
  })

  test('those of a restricted incident are not there for whoever may not see it; reading them is logged', async () => {
    const owner = desk()
    const recordId = addIncident(owner.db, { confidentiality: 'restricted' })
    const report = fileOf('report.pdf', pdf)
    const added = await owner.ask<Attachment>('attachments.add', adding('incidents', recordId, report))
    const officer = desk({ folder: owner.folder, session: someone('incidents.read', 'incidents.write') })
    const ref = refOf(added)
    for (const [operation, input] of [
      ['attachments.list', { register: 'incidents', recordId }],
      ['attachments.add', adding('incidents', recordId, report)],
      ['attachments.remove', ref],
      ['attachments.open', { ...ref, jobId }],
      ['attachments.save', { ...ref, jobId, file: tokenOf(join(testFolder(), 'x.pdf')) }],
    ] as const)
      expect((await officer.fail(operation, input)).code, operation).toBe('not_found')
    const security = desk({
      folder: owner.folder,
      session: someone('incidents.read', 'incidents.restricted'),
    })
    expect(await security.ask('attachments.list', { register: 'incidents', recordId })).toHaveLength(1)
    const reads = all(
      owner.db,
      sql`SELECT 1 FROM change_log WHERE action = 'read' AND record_id = ${recordId}`,
    )
    expect(reads.length).toBeGreaterThan(0)
  })
})

test('the same content in two records is one file, under the name each was given', async () => {
  const at = desk()
  const request = addRequest(at.db, addTenant(at.db))
  const { sha256 } = await attached(at)
  await at.ask('attachments.add', adding('requests', request, fileOf('copy.pdf', pdf)))
  const folder = join(attachmentsFolder(at.folder), sha256.slice(0, 2))
  expect(readdirSync(folder)).toEqual([sha256])
})

test('a name like another’s, or one no system would take, is no trouble', async () => {
  const at = desk()
  const recordId = addTenant(at.db)
  for (const content of [pdf, Buffer.concat([pdf, pdf])]) {
    const path = fileOf('a:b*c\u202E?.pdf', content)
    await at.ask('attachments.add', adding('tenants', recordId, path))
  }
  const listed = await at.ask<Attachment[]>('attachments.list', { register: 'tenants', recordId })
  expect(listed.map(({ name }) => name)).toEqual(['a_b_c_.pdf', 'a_b_c_.pdf'])
})
