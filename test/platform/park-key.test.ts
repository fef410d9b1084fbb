import { Decrypter, Encrypter } from 'age-encryption'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatRecoveryKey } from '@shared/kernel/recovery-key'
import { identityOf, keepParkKey, readParkKey, recipientOf } from '../../electron/platform/park-key'
import { testFolder } from '../support/park'

const key = formatRecoveryKey(Uint8Array.from({ length: 20 }, (_, index) => index))
const other = formatRecoveryKey(new Uint8Array(20).fill(7))

describe('the key of the backups', () => {
  test('comes from the recovery key and opens what is encrypted to it', async () => {
    expect(identityOf(key)).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/u)
    expect(await recipientOf(key.toLowerCase())).toMatch(/^age1[0-9a-z]{58}$/u)
    const encrypter = new Encrypter()
    encrypter.addRecipient(await recipientOf(key))
    const sealed = await encrypter.encrypt('customs papers')
    const decrypter = new Decrypter()
    decrypter.addIdentity(identityOf(key))
    expect(await decrypter.decrypt(sealed, 'text')).toBe('customs papers')
    const wrong = new Decrypter()
    wrong.addIdentity(identityOf(other))
    await expect(wrong.decrypt(sealed)).rejects.toThrow(/no identity/u)
  })

  test('never changes: papers of years ago must open the backups of then', async () => {
    expect(identityOf(key)).toBe('AGE-SECRET-KEY-1HD4XH68JTAJGGGE3JKTJJP8HK7AM6ZX3RGSGQR3TNGN7PYGTMQRSNDZ0RT')
    expect(await recipientOf(key)).toBe('age1dpr3dsdp2n5m0rwgwpayhdja36qa784jpsvnt0wzykty4s6eaq9q48a9n6')
  })

  test('cannot be had from what is no recovery key', () => {
    expect(() => identityOf('0000')).toThrow(/recovery_key_wrong/u)
  })
})

describe('the key beside the database', () => {
  test('is there twice, for its owner only, and remembers the keys before it', async () => {
    const folder = testFolder()
    expect(readParkKey(folder)).toBeNull()
    await keepParkKey(folder, key)
    expect(readParkKey(folder)).toEqual({
      identity: identityOf(key),
      recipient: await recipientOf(key),
      earlier: [],
    })
    await keepParkKey(folder, other)
    await keepParkKey(folder, other)
    expect(readParkKey(folder)).toMatchObject({ identity: identityOf(other), earlier: [identityOf(key)] })
    for (const name of ['backup-key', 'backup-key.copy'])
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
  })

  test('is read from the other copy when one is damaged or gone, and is none when both are', async () => {
    const folder = testFolder()
    await keepParkKey(folder, key)
    const first = join(folder, 'backup-key')
    const text = readFileSync(first, 'utf8')
    writeFileSync(first, text.replace('AGE-SECRET-KEY-1', 'AGE-SECRET-KEY-2'))
    expect(readParkKey(folder)?.identity).toBe(identityOf(key))
    rmSync(first)
    expect(readParkKey(folder)?.identity).toBe(identityOf(key))
    writeFileSync(join(folder, 'backup-key.copy'), text.slice(0, -10))
    expect(readParkKey(folder)).toBeNull()
  })
})
