import { generateIdentity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { BackupManifest } from '@shared/features/backups/backups'
import { backupKind } from '../../../electron/features/backups/file-kind'
import { packBackup } from '../../../electron/features/backups/pack'
import { unpackBackup } from '../../../electron/features/backups/unpack'
import { testFolder } from '../../support/park'

const manifest: Omit<BackupManifest, 'parts'> = {
  format: 1,
  parkId: 'a'.repeat(32),
  parkName: 'Ёлка 园区',
  workstation: 'desk · ABCD',
  createdAt: 1,
  appVersion: '0.0.0',
  schema: 50,
  reason: 'onDemand',
  counts: { tenants: 1 },
  head: { sequence: 1, hash: '0'.repeat(64) },
}

const nothing = () => undefined
let identity = ''
let recipient = ''
beforeAll(async () => {
  identity = await generateIdentity()
  recipient = await identityToRecipient(identity)
})

/** A backup of a database and attachments of these sizes; answers its file and the SHA-256 of its parts. */
async function packed(recipients: readonly string[], sizes: readonly number[] = [1000, 70_000]) {
  const folder = testFolder()
  const parts = sizes.map((bytes, index) => {
    const content = randomBytes(bytes)
    const sha256 = createHash('sha256').update(content).digest('hex')
    const file = join(folder, String(index))
    writeFileSync(file, content)
    return { name: index === 0 ? 'database.sqlite' : `attachments/${sha256}`, file, bytes, sha256 }
  })
  const target = join(folder, 'a.parkdesk')
  const options = { recipients, modifiedAt: 0, step: nothing }
  await packBackup(target, parts, (found) => ({ ...manifest, parts: found }), options)
  return { target, parts, folder }
}

async function unpacked(file: string, identities: readonly string[] = [identity]) {
  const kind = await backupKind(file)
  if (kind === 'database') throw new Error('a database')
  return unpackBackup(file, kind, { identities, pathOf: nothing, step: nothing })
}

describe.each([
  ['encrypted', () => [recipient]],
  ['plain', () => []],
] as const)('a backup, %s', (kind, recipients) => {
  test('gives back what went in, byte by byte', async () => {
    const { target, parts, folder } = await packed(recipients(), [0, 1, 511, 512, 513, 65_536, 200_000])
    expect(await backupKind(target)).toBe(kind)
    const out = (part: string) => join(folder, 'out', part)
    const options = { identities: [identity], pathOf: out, step: nothing }
    const found = await unpackBackup(target, kind, options)
    expect(found).toMatchObject(manifest)
    for (const { name, file, sha256 } of parts) {
      expect(found.parts[name]?.sha256).toBe(sha256)
      expect(readFileSync(out(name)).equals(readFileSync(file))).toBe(true)
      expect(statSync(out(name)).mode & 0o777).toBe(0o600)
    }
    expect(statSync(target).mode & 0o777).toBe(0o600)
  })

  test('a changed byte is noticed, or changes nothing of what is in it', { timeout: 60_000 }, async () => {
    const { target, folder } = await packed(recipients())
    const whole = readFileSync(target)
    const good = await unpacked(target)
    const copy = join(folder, 'copy')
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const bytes = Buffer.from(whole)
        bytes[at] = (bytes[at] ?? 0) ^ flip
        writeFileSync(copy, bytes)
        const found = await unpacked(copy).catch(() => null)
        // Between the parts of a plain archive there are bytes that mean nothing.
        if (kind === 'encrypted') expect(found).toBeNull()
        else if (found !== null) expect(found).toEqual(good)
      }),
      { numRuns: 150 },
    )
  })

  test('a file cut off or with something behind it is refused', async () => {
    const { target, folder } = await packed(recipients(), [3 * 65_536, 70_000])
    const { size } = statSync(target)
    const copy = join(folder, 'copy')
    const cuts = [1, 100, 512, 4096, size - 65_552 * 2, size - 65_552, size - 5000, size >> 1]
    for (const cut of cuts) {
      copyFileSync(target, copy)
      truncateSync(copy, cut)
      await expect(unpacked(copy), `cut to ${cut}`).rejects.toThrow('backup_invalid')
    }
    copyFileSync(target, copy)
    appendFileSync(copy, 'more bytes')
    await expect(unpacked(copy)).rejects.toThrow('backup_invalid')
    appendFileSync(copy, Buffer.alloc(2000, 7))
    await expect(unpacked(copy)).rejects.toThrow('backup_invalid')
  })
})

test('only its key opens an encrypted backup', async () => {
  const { target } = await packed([recipient])
  const other = await generateIdentity()
  await expect(unpacked(target, [other])).rejects.toThrow('backup_key_needed')
  await expect(unpacked(target, [])).rejects.toThrow('backup_key_needed')
  expect(await unpacked(target, [other, identity])).toMatchObject(manifest)
})

test('a chunk of an encrypted backup taken out or doubled is noticed', async () => {
  const { target, folder } = await packed([recipient], [4 * 65_536])
  const whole = readFileSync(target)
  const payload = whole.indexOf('\n', whole.indexOf('\n---') + 1) + 1 + 16
  const chunk = (index: number) => whole.subarray(payload + index * 65_552, payload + (index + 1) * 65_552)
  const rest = whole.subarray(payload + 3 * 65_552)
  const copy = join(folder, 'copy')
  for (const order of [
    [0, 2],
    [0, 1, 1, 2],
    [1, 0, 2],
    [0, 1],
  ]) {
    writeFileSync(copy, Buffer.concat([whole.subarray(0, payload), ...order.map(chunk), rest]))
    await expect(unpacked(copy), order.join()).rejects.toThrow('backup_invalid')
  }
  writeFileSync(copy, Buffer.concat([whole.subarray(0, payload), ...[0, 1, 2].map(chunk), rest]))
  expect(await unpacked(copy)).toMatchObject(manifest)
})

test('stopping between two pieces ends with what stopped it', async () => {
  const { target, parts, folder } = await packed([recipient], [400_000])
  const stop = (limit: number) => (done: number) => {
    if (done > limit) throw new Error('stopped')
  }
  const options = { recipients: [recipient], modifiedAt: 0, step: stop(200_000) }
  const again = packBackup(join(folder, 'b'), parts, (found) => ({ ...manifest, parts: found }), options)
  await expect(again).rejects.toThrow('stopped')
  const reading = { identities: [identity], pathOf: nothing, step: stop(200_000) }
  await expect(unpackBackup(target, 'encrypted', reading)).rejects.toThrow()
})

test('what is no backup is told from one', async () => {
  const folder = testFolder()
  const file = join(folder, 'x')
  writeFileSync(file, '')
  await expect(backupKind(file)).rejects.toMatchObject({
    code: 'backup_invalid',
    params: { detail: 'empty' },
  })
  writeFileSync(file, 'PK\u0003\u0004')
  await expect(backupKind(file)).rejects.toMatchObject({ code: 'backup_invalid', params: { detail: 'kind' } })
  await expect(backupKind(folder)).rejects.toThrow('file_is_folder')
  await expect(backupKind(join(folder, 'none'))).rejects.toThrow('file_missing')
})
