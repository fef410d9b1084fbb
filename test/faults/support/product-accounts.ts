import { join } from 'node:path'
import { identityToRecipient } from 'age-encryption'
import { AppError } from '@shared/contract/result'
import { databaseFile, openReadableFile } from '../../../electron/data/connection'
import { OpenPark } from '../../../electron/data/park'
import { all, sql, type ReadableDb } from '../../../electron/data/sql'
import { toAppError } from '../../../electron/data/sqlite-errors'
import { attachmentFile, attachmentProblems } from '../../../electron/features/attachments'
import { openDesk, operator, taskContext, workstation } from './product'

// The part of `product.ts` for attachments, accounts and owners.

/** The copies of the key beside the database. */
export const keyFiles = ['backup-key', 'backup-key.copy'] as const

const administrators = [
  { name: 'ada', displayName: 'Ada', password: 'ratchet-violet-harbour-81' },
  { name: 'boris', displayName: 'Борис', password: 'candle-mirror-tractor-42' },
] as const
const newPassword = 'lantern-gravel-orchid-77'

/** The paper of the parks with accounts, in the form people type it in. */
async function firstPaper(): Promise<string> {
  const { formatRecoveryKey } = await import('@shared/kernel/recovery-key')
  return formatRecoveryKey(new Uint8Array(20).fill(7))
}

const writeNow = () => ({ actor: operator, workstation, now: Date.now(), batchId: null })

/** What accounts and key of a park look like. */
export type KeyLook = { readonly on: boolean; readonly keyFits: Promise<boolean> }

/** Switching accounts on, going back in by the paper, and how a park stands afterwards. */
export async function keys() {
  const { switchAccountsOn } = await import('../../../electron/features/accounts/switch')
  const { recoverAccount } = await import('../../../electron/features/accounts/recover')
  const { accountNamed, accountsOn, backupRecipient, isPassword } =
    await import('../../../electron/features/accounts')
  const { readParkKey } = await import('../../../electron/platform/park-key')
  const recoveryKey = await firstPaper()
  const withDesk = async <T>(folder: string, work: (desk: ReturnType<typeof openDesk>) => Promise<T>) => {
    const desk = openDesk(folder)
    try {
      return await work(desk)
    } finally {
      desk.close()
    }
  }
  return {
    /** Two administrators and a key. */
    switchOn: (folder: string) =>
      withDesk(folder, ({ db }) =>
        switchAccountsOn(db, folder, { administrators, recoveryKey, confirmed: true }, writeNow()),
      ),
    /** Another password for the first administrator, by the paper; answers the paper that takes its place. */
    recover: (folder: string) =>
      withDesk(folder, async ({ db }) => {
        const given = { recoveryKey, name: administrators[0].name, newPassword }
        return (await recoverAccount(db, folder, given, writeNow())).recoveryKey
      }),
    lookAt: (folder: string, db: ReadableDb): KeyLook => {
      const key = readParkKey(folder)
      const recipient = backupRecipient(db)
      const known = key ? [key.identity, ...key.earlier] : []
      const keyFits = Promise.all(known.map((identity) => identityToRecipient(identity))).then((all) =>
        all.some((one) => one === recipient),
      )
      return { on: accountsOn(db), keyFits }
    },
    /** By which password the first administrator comes in. */
    mayEnter: (folder: string) =>
      withDesk(folder, async ({ db }) => {
        const record = accountNamed(db, administrators[0].name)?.password
        if (await isPassword(newPassword, record)) return 'new'
        return (await isPassword(administrators[0].password, record)) ? 'old' : null
      }),
  }
}

/** A row of an attachment as it is stored. */
export type StoredRow = { readonly sha256: string; readonly bytes: number; readonly name: string }

/** Every attachment of a park. */
export function attachedTo(db: ReadableDb): readonly StoredRow[] {
  return all<StoredRow>(db, sql`SELECT sha256, bytes, name FROM attachments ORDER BY seq`)
}

/** The states of attachments whose file is not what was attached. */
export function attachmentFailures(folder: string, db: ReadableDb): readonly string[] {
  return attachmentProblems(folder, db).map(({ state }) => state)
}

/** Attaching a file to an incident, where its content lies, and saving a copy of it. */
export async function attachments() {
  const { attachmentsTasks } = await import('../../../electron/features/attachments/attachments.tasks')
  return {
    attach: async (folder: string, path: string): Promise<void> => {
      const db = openReadableFile(databaseFile(folder))
      const found = all<{ id: string }>(db, sql`SELECT id FROM incidents ORDER BY seq LIMIT 1`)
      db.close()
      const input = { register: 'incidents', recordId: found[0]?.id ?? '', path, workstation } as const
      await attachmentsTasks['attachments.add'](input, taskContext(folder))
    },
    fileOf: attachmentFile,
    /** `done`, or the code of what went wrong. */
    saveCopy: async (folder: string, row: StoredRow, path: string): Promise<string> =>
      attachmentsTasks['attachments.save']({ ...row, path }, taskContext(folder)).then(
        () => 'done',
        (error: unknown) => toAppError(error).code,
      ),
  }
}

/** The file that says whose program has a data folder open. */
export const ownerFile = (folder: string) => join(folder, 'owner.json')

/** Opens a park and closes it again: `open`, or the code of what keeps it closed. */
export function tryOpen(folder: string, takeOver = false): string {
  const park = new OpenPark(folder)
  try {
    if (takeOver) park.reopen(true)
    void park.db
    return 'open'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  } finally {
    park.close()
  }
}
