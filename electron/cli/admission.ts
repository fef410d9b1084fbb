import { allOperations, type OperationName } from '@shared/contract/contract'
import { soleOperator, stranger, type Right, type Session } from '@shared/contract/rights'
import type { RegisterName } from '@shared/kernel/registers'
import { appendToLog, type LogEntry, type WriteContext } from '../data/change-log'
import { openWritable, parkState } from '../data/connection'
import { mustHold } from '../data/right-check'
import { inTransaction, type WritableDb } from '../data/sql'
import { readOnlyWorkstation, workstationOf } from '../data/workstation'
import { accountsOn, identifyAccount, signIn } from '../features/accounts'
import type { Credentials } from './credentials'

const operations = new Map(allOperations())

/** The rights an operation asks for; of its input only the register it is about matters to any of them. */
function neededRights(name: OperationName, register: RegisterName | undefined): readonly Right[] {
  const operation = operations.get(name)
  if (!operation) throw new Error(`no operation ${name}`)
  return [operation.right, ...(operation.also?.({ register }) ?? [])]
}

/** Context of an entry of the log that the command line makes; an actor of '' is a stranger. */
export function cliWrite(db: WritableDb, folder: string, actor: string): WriteContext {
  const workstation = db.readonly ? readOnlyWorkstation() : workstationOf(folder, db)
  return { actor, workstation, now: Date.now(), batchId: null }
}

/** Enters in the log what is no change of a record: an export, a report. Nothing where there is no park to enter it in. */
export function enterEntry(folder: string, actor: string, entry: LogEntry): void {
  if (parkState(folder) === 'missing') return
  const db = openWritable(folder)
  try {
    appendEntry(db, folder, actor, entry)
  } finally {
    db.close()
  }
}

function appendEntry(db: WritableDb, folder: string, actor: string, entry: LogEntry): void {
  if (!db.readonly) inTransaction(db, () => appendToLog(db, entry, cliWrite(db, folder, actor)))
}

/** Who calls, if anybody may yet be told from anybody else: a folder without a park has one operator. */
async function whoCalls(db: WritableDb, folder: string, given: Credentials): Promise<Session> {
  if (!accountsOn(db)) return soleOperator()
  const { name, password } = given
  if (name === undefined || password === undefined) return stranger()
  const write = cliWrite(db, folder, '')
  const { account } = await signIn(db, { name, password, via: 'commandLine' }, write)
  return identifyAccount(db, account.id) ?? stranger()
}

/**
 * Lets a command be carried out that does what an operation of the window does, by the same rights and with the same
 * refusals. Errors: `auth_required`, `sign_in_failed`, `sign_in_wait`, `password_change_needed`, `not_allowed`, and
 * what keeps the park from being opened.
 */
export async function admitted(
  folder: string,
  credentials: () => Promise<Credentials>,
  name: OperationName,
  register?: RegisterName,
): Promise<Session> {
  if (parkState(folder) === 'missing') return soleOperator()
  const db = openWritable(folder)
  try {
    const session = await whoCalls(db, folder, await credentials())
    const enter = (entry: LogEntry) => appendEntry(db, folder, session.actor, entry)
    mustHold(neededRights(name, register), name, { session, enter })
    return session
  } finally {
    db.close()
  }
}
