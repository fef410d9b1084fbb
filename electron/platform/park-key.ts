import { createHash, hkdfSync } from 'node:crypto'
import { bech32 } from '@scure/base'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/contract/result'
import { parseRecoveryKey } from '@shared/kernel/recovery-key'
import { writeDurably } from './durable-file'

/** What this workstation opens the park's encrypted backups with. */
export type ParkKey = {
  /** The present key, `AGE-SECRET-KEY-1…`. */
  readonly identity: string
  /** What backups are encrypted to, `age1…`. */
  readonly recipient: string
  /** Keys that were replaced, newest first: backups of their time still open. */
  readonly earlier: readonly string[]
}

const info = 'parkdesk backup 1'
const heading = 'parkdesk backup key 1'
/** Two copies, so that one damaged file costs nothing. */
const fileNames = ['backup-key', 'backup-key.copy'] as const

/**
 * The age X25519 identity of a recovery key: HKDF-SHA256 (RFC 5869, no salt) of its 20 bytes. Whoever has the paper can
 * open a backup with the age program too. Errors: `recovery_key_wrong`.
 */
export function identityOf(recoveryKey: string): string {
  const bytes = parseRecoveryKey(recoveryKey)
  if (!bytes) throw new AppError('recovery_key_wrong', { seconds: 0 })
  const secret = new Uint8Array(hkdfSync('sha256', bytes, new Uint8Array(0), info, 32))
  return bech32.encodeFromBytes('age-secret-key-', secret).toUpperCase()
}

/** What is encrypted to a recovery key: its public half. Errors: `recovery_key_wrong`. */
export async function recipientOf(recoveryKey: string): Promise<string> {
  // Loaded only here: the data process needs it once in years and starts every day.
  const { identityToRecipient } = await import('age-encryption')
  return identityToRecipient(identityOf(recoveryKey))
}

/** The key kept beside the database of a data folder; null where there is none or both copies are damaged. */
export function readParkKey(folder: string): ParkKey | null {
  for (const name of fileNames) {
    const key = readCopy(join(folder, name))
    if (key) return key
  }
  return null
}

/**
 * Keeps the identity of a recovery key beside the database; the one that was there stays for older backups. Both copies
 * are on the disk when this returns. Errors: `recovery_key_wrong`, and those of the disk.
 */
export async function keepParkKey(folder: string, recoveryKey: string): Promise<ParkKey> {
  const identity = identityOf(recoveryKey)
  const before = readParkKey(folder)
  const known = before ? [before.identity, ...before.earlier] : []
  const recipient = await recipientOf(recoveryKey)
  const key = { identity, recipient, earlier: known.filter((each) => each !== identity) }
  for (const name of fileNames) writeDurably(join(folder, name), textOf(key))
  return key
}

const sumOf = (lines: readonly string[]) => createHash('sha256').update(lines.join('\n')).digest('hex')

function textOf({ identity, recipient, earlier }: ParkKey): string {
  const lines = [heading, recipient, identity, ...earlier]
  return `${[...lines, sumOf(lines)].join('\n')}\n`
}

function readCopy(path: string): ParkKey | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    // Missing or unreadable: the other copy is asked next.
    return null
  }
  const lines = text.trimEnd().split('\n')
  const sum = lines.pop()
  const [first, recipient, identity, ...earlier] = lines
  if (first !== heading || !recipient || !identity || sum !== sumOf(lines)) return null
  return { identity, recipient, earlier }
}
