import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { formatRecoveryKey } from '@shared/kernel/recovery-key'
import { openReadable, openWritable } from '../../../electron/data/connection'
import { inTransaction, type WritableDb } from '../../../electron/data/sql'
import { insertAttachment } from '../../../electron/features/attachments/attachments.repo'
import { attachmentFile } from '../../../electron/features/attachments'
import { writeAccountSettings } from '../../../electron/features/accounts/switch.repo'
import { verifierOf } from '../../../electron/features/accounts/recovery'
import { clearLeftovers } from '../../../electron/data/backup-files'
import { backupBeforeMigration } from '../../../electron/features/backups'
import { sealBackups } from '../../../electron/features/backups/seal'
import { drill, adoptBackups, checkBackup } from '../../../electron/features/backups/drill'
import { copyElsewhere } from '../../../electron/features/backups/elsewhere'
import { changeIndex, listBackups, readIndex } from '../../../electron/data/backup-index'
import { makeBackup } from '../../../electron/features/backups/make'
import { previewRestore } from '../../../electron/features/backups/restore'
import { keepParkKey, recipientOf } from '../../../electron/platform/park-key'
import { addTenant, parkFolder, taskContext, testFolder, testNow, testWrite } from '../../support/park'
import { backupOf, leftIn, putBack, tenantsIn } from './park-backup'

const dayMs = 86_400_000

function change<T>(folder: string, work: (db: WritableDb) => T): T {
  const db = openWritable(folder)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** Switches accounts on as far as backups are concerned; answers the recovery key. */
async function withKey(folder: string): Promise<string> {
  const recoveryKey = formatRecoveryKey(randomBytes(20))
  await keepParkKey(folder, recoveryKey)
  const recipient = await recipientOf(recoveryKey)
  change(folder, (db) =>
    inTransaction(db, () =>
      writeAccountSettings(db, {
        recoveryVerifier: verifierOf(recoveryKey),
        recipient,
        recoveryCheckedAt: null,
      }),
    ),
  )
  return recoveryKey
}

/** Attaches a file to a new tenant; answers where it is stored. */
function attach(folder: string, content: Uint8Array): string {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const file = attachmentFile(folder, sha256)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  change(folder, (db) => {
    const recordId = addTenant(db)
    const attached = {
      register: 'tenants',
      recordId,
      sha256,
      bytes: content.length,
      name: 'a.pdf',
      kind: 'pdf',
    } as const
    inTransaction(db, () => insertAttachment(db, attached, testWrite))
  })
  return file
}

const made = (folder: string, now: number, reason: 'daily' | 'onDemand' = 'daily') =>
  makeBackup({ target: null, reason, workstation: 'desk-1', now }, taskContext(folder))

test('a park with a key has encrypted backups that say nothing of it and open on another machine by the paper', async () => {
  const folder = parkFolder()
  change(folder, (db) => addTenant(db, { name: 'Very secret tenant' }))
  const recoveryKey = await withKey(folder)
  const file = await backupOf(folder)
  const bytes = readFileSync(file)
  for (const word of ['secret', 'Test park', 'manifest', 'SQLite'])
    expect(bytes.includes(word), word).toBe(false)
  expect(await checkBackup({ file, recoveryKey: undefined }, taskContext(folder))).toEqual({
    ok: true,
    problems: [],
  })
  const other = testFolder()
  const rescue = { rescue: true } as const
  await expect(putBack(other, file, rescue)).rejects.toThrow('backup_key_needed')
  const wrong = formatRecoveryKey(randomBytes(20))
  await expect(putBack(other, file, { ...rescue, authority: { recoveryKey: wrong } })).rejects.toThrow(
    'recovery_key_wrong',
  )
  await expect(putBack(other, file, { ...rescue, authority: { recoveryKey: 'no key' } })).rejects.toThrow(
    'recovery_key_wrong',
  )
  expect(leftIn(other)).toEqual([])
  await putBack(other, file, { ...rescue, authority: { recoveryKey: recoveryKey.toLowerCase() } })
  expect(tenantsIn(other)).toBe(1)
})

test('a backup is read again even where the key is not at hand', async () => {
  const folder = parkFolder()
  const recoveryKey = await withKey(folder)
  for (const name of ['backup-key', 'backup-key.copy']) rmSync(join(folder, name))
  const file = await backupOf(folder)
  expect(await checkBackup({ file, recoveryKey }, taskContext(folder))).toEqual({ ok: true, problems: [] })
  await expect(checkBackup({ file, recoveryKey: undefined }, taskContext(folder))).rejects.toThrow(
    'backup_key_needed',
  )
})

test('without a key of the workstation nobody restores an open database that has accounts', async () => {
  const folder = parkFolder()
  await withKey(folder)
  const plain = join(testFolder(), 'plain')
  change(folder, (db) => db.prepare('VACUUM INTO ?').run(plain))
  const other = testFolder()
  await expect(putBack(other, plain, { rescue: true })).rejects.toThrow('auth_required')
  const authority = { name: 'nobody', password: 'whatever' }
  await expect(putBack(other, plain, { rescue: true, authority })).rejects.toThrow('sign_in_failed')
  expect(existsSync(join(other, 'parkdesk.sqlite'))).toBe(false)
})

test('attachments go along and come back; a missing one does not hold up the backup', async () => {
  const folder = parkFolder()
  const [kept, lost] = [attach(folder, Buffer.from('kept')), attach(folder, Buffer.from('lost'))]
  rmSync(lost)
  const file = await backupOf(folder)
  rmSync(kept)
  await putBack(folder, file)
  expect(readFileSync(kept, 'utf8')).toBe('kept')
  expect(statSync(kept).mode & 0o777).toBe(0o600)
  expect(existsSync(lost)).toBe(false)
})

test('many megabytes of attachments go through little memory', { timeout: 120_000 }, async () => {
  const folder = parkFolder()
  await withKey(folder)
  for (let index = 0; index < 5; index += 1) attach(folder, randomBytes(10 * 1024 * 1024))
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  const watched = {
    ...taskContext(folder),
    progress: () => void (most = Math.max(most, process.memoryUsage().arrayBuffers)),
  }
  const { bytes } = await makeBackup(
    { target: null, reason: 'daily', workstation: '', now: testNow },
    watched,
  )
  expect(bytes).toBeGreaterThan(50 * 1024 * 1024)
  expect((await drill({ now: testNow }, watched)).ok).toBe(true)
  expect((most - before) / 1024 / 1024).toBeLessThan(48)
})

test('cancelling leaves neither a backup nor a piece of one, and no alarm', async () => {
  const folder = parkFolder()
  attach(folder, randomBytes(1024 * 1024))
  let looks = 0
  const stopping = {
    ...taskContext(folder),
    checkCancelled: () => {
      looks += 1
      if (looks > 5) throw new Error('cancelled here')
    },
  }
  await expect(
    makeBackup({ target: null, reason: 'daily', workstation: '', now: testNow }, stopping),
  ).rejects.toThrow()
  expect(readdirSync(join(folder, 'backups')).filter((name) => name !== 'index.json')).toEqual([])
  expect(readdirSync(join(folder, 'scratch'))).toEqual([])
})

test('backups are listed, rotated, and found again when their list is lost', async () => {
  const folder = parkFolder()
  for (let day = 12; day >= 0; day -= 1) {
    change(folder, (db) => addTenant(db))
    await made(folder, testNow - day * dayMs)
  }
  const listed = listBackups(folder)
  expect(listed[0]).toMatchObject({ createdAt: testNow, rows: 13, encrypted: false, reason: 'daily' })
  // Seven days, and the newest of a week before them.
  expect(listed).toHaveLength(8)
  rmSync(join(folder, 'backups', 'index.json'))
  expect(listBackups(folder)).toEqual([])
  writeFileSync(join(folder, 'backups', 'parkdesk-old-20200101T000000000Z-daily.parkdesk'), 'nothing')
  expect(await adoptBackups({}, taskContext(folder))).toBe(8)
  expect(listBackups(folder).map(({ id }) => id)).toEqual(listed.map(({ id }) => id))
})

test('a backup that has shrunk lets none go', async () => {
  const folder = parkFolder()
  for (let day = 7; day > 0; day -= 1) await made(folder, testNow - day * dayMs)
  // As if there had been ten records until yesterday.
  changeIndex(folder, ({ backups }) => ({ backups: backups.map((backup) => ({ ...backup, rows: 10 })) }))
  await made(folder, testNow)
  expect(listBackups(folder)).toHaveLength(8)
  await made(folder, testNow + dayMs)
  expect(listBackups(folder).length).toBeLessThan(9)
})

test('what a crash left is tidied, a drill keeps its result, a failure raises the alarm', async () => {
  const folder = parkFolder()
  await made(folder, testNow)
  expect(await drill({ now: testNow }, taskContext(folder))).toEqual({ at: testNow, ok: true, detail: '' })
  const [newest] = listBackups(folder)
  const file = join(folder, 'backups', newest?.id ?? '')
  const bytes = readFileSync(file)
  bytes[5000] = (bytes[5000] ?? 0) ^ 1
  writeFileSync(file, bytes)
  expect(await drill({ now: testNow }, taskContext(folder))).toMatchObject({
    ok: false,
    detail: 'backup_invalid',
  })
  expect(readIndex(folder).lastDrill?.ok).toBe(false)
  mkdirSync(join(folder, 'restoring-1'))
  writeFileSync(join(folder, 'backups', 'x.parkdesk.partial'), '')
  writeFileSync(join(folder, 'scratch', 'y'), '')
  clearLeftovers(folder)
  expect(leftIn(folder)).toEqual([])
  expect(readdirSync(join(folder, 'backups'))).not.toContain('x.parkdesk.partial')
  expect(existsSync(join(folder, 'scratch'))).toBe(false)
  // A folder that cannot hold the backup.
  rmSync(join(folder, 'backups'), { recursive: true })
  writeFileSync(join(folder, 'backups'), '')
  await expect(made(folder, testNow + 1)).rejects.toThrow()
  rmSync(join(folder, 'backups'))
  expect(tenantsIn(folder)).toBe(0)
})

test('the newest goes to another folder once, and is what it was there', async () => {
  const folder = parkFolder()
  const target = testFolder()
  await made(folder, testNow)
  expect(await copyElsewhere({ target, now: testNow }, taskContext(folder))).toBe(true)
  const [id = ''] = readdirSync(target)
  expect(readFileSync(join(target, id)).equals(readFileSync(join(folder, 'backups', id)))).toBe(true)
  await copyElsewhere({ target, now: testNow }, taskContext(folder))
  expect(readdirSync(target)).toEqual([id])
  expect(
    await checkBackup({ file: join(target, id), recoveryKey: undefined }, taskContext(folder)),
  ).toMatchObject({ ok: true })
  // Same device: it does not count as one elsewhere.
  expect(readIndex(folder).elsewhereAt).toBeNull()
})

test('a backup made before a change of structure comes back with the attachments that are there', async () => {
  const folder = parkFolder()
  const file = attach(folder, Buffer.from('there'))
  backupBeforeMigration(folder, 10, 20)
  const [before] = listBackups(folder)
  expect(before).toMatchObject({ reason: 'migration', rows: 1, encrypted: false })
  change(folder, (db) => addTenant(db))
  const source = join(folder, 'backups', before?.id ?? '')
  const input = { file: source, authority: {}, rescue: false, attachmentsFrom: folder }
  expect(await previewRestore(input, taskContext(folder))).toMatchObject({ entriesLost: 1 })
  await putBack(folder, source)
  expect(tenantsIn(folder)).toBe(1)
  expect(readFileSync(file, 'utf8')).toBe('there')
  openReadable(folder).close()
})

test('backups from before the key are encrypted with it afterwards, and are the same', async () => {
  const folder = parkFolder()
  attach(folder, Buffer.from('attached'))
  await made(folder, testNow)
  backupBeforeMigration(folder, 10, 20)
  const before = listBackups(folder)
  expect(await sealBackups({}, taskContext(folder))).toBe(0)
  await withKey(folder)
  expect(await sealBackups({}, taskContext(folder))).toBe(2)
  const after = listBackups(folder)
  expect(after.map(({ id, head, rows }) => ({ id, head, rows }))).toEqual(
    before.map(({ id, head, rows }) => ({ id, head, rows })),
  )
  for (const { id, encrypted } of after) {
    const file = join(folder, 'backups', id)
    expect(encrypted).toBe(true)
    expect(readFileSync(file).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    expect(await checkBackup({ file, recoveryKey: undefined }, taskContext(folder))).toMatchObject({
      ok: true,
    })
  }
})

test('a backup from before the accounts is no way around them', async () => {
  const folder = parkFolder()
  const open = await backupOf(folder)
  const recoveryKey = await withKey(folder)
  rmSync(join(folder, 'parkdesk.sqlite'))
  await expect(putBack(folder, open, { rescue: true })).rejects.toThrow('backup_key_needed')
  const wrong = formatRecoveryKey(randomBytes(20))
  await expect(putBack(folder, open, { rescue: true, authority: { recoveryKey: wrong } })).rejects.toThrow(
    'recovery_key_wrong',
  )
  await putBack(folder, open, { rescue: true, authority: { recoveryKey } })
  expect(tenantsIn(folder)).toBe(0)
})
