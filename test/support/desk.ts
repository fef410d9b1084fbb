import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { OperationName } from '@shared/contract/contract'
import type { Failure, Result } from '@shared/contract/result'
import { appendToLog } from '../../electron/data/change-log'
import { openWritable } from '../../electron/data/connection'
import { createRouter } from '../../electron/data/router'
import { Sessions } from '../../electron/data/sessions'
import { all, inTransaction, run, sql, type WritableDb } from '../../electron/data/sql'
import {
  accountNamed,
  accountsOn,
  identifyAccount,
  newRecoveryKey,
  switchAccountsOn,
} from '../../electron/features/accounts'
import { putAccount } from '../../electron/features/accounts/accounts.repo'
import { hashPassword } from '../../electron/features/accounts/passwords'
import { createPark } from '../../electron/features/storage'
import { commandContext, parkFolder, testFolder, testNow, testPark, testWrite } from './park'

/** Windows over one park on disk, each with its own session, as the data process serves them. */
export type Desk = {
  readonly db: WritableDb
  readonly folder: string
  readonly sessions: Sessions
  /** `window reason` of every session that began or ended. */
  readonly notices: string[]
  readonly ask: <T>(window: number, name: OperationName, input?: unknown) => Promise<T>
  readonly fail: (window: number, name: OperationName, input?: unknown) => Promise<Failure>
  /** The time of day goes on (or back); machine time only forward. */
  readonly passTime: (ms: number) => void
  /** As if so much time had passed since the last wrong try. */
  readonly waitOut: (ms: number) => void
}

export const first = { name: 'aigul', displayName: 'Aigul S.', password: 'nine green lorries' }
export const second = { name: 'Борис', displayName: 'Борис К.', password: 'three quiet rivers' }

export function openDesk(folder = parkFolder()): Desk {
  const db = openWritable(folder)
  onTestFinished(() => void db.close())
  let passed = 0
  const notices: string[] = []
  const sessions = new Sessions({
    parkState: () => 'ready',
    accountsOn: () => accountsOn(db),
    identify: (id) => identifyAccount(db, id),
    notify: (window, reason) => void notices.push(`${window} ${reason}`),
    elapsed: () => passed,
  })
  const now = () => testNow + passed
  const contextOf = (window: number) => {
    const session = sessions.of(window)
    const write = { actor: session.actor, workstation: 'desk-1', now: now(), batchId: null }
    return commandContext(db, {
      session,
      sessions: sessions.access(window),
      folder,
      now,
      enter: (entry) => inTransaction(db, () => appendToLog(db, entry, write)),
    })
  }
  const route = createRouter({
    context: contextOf,
    writable: () => Promise.resolve(),
    log: (line) => {
      if (line.includes('failed')) throw new Error(line)
    },
  })
  const call = async <T>(window: number, name: OperationName, input: unknown): Promise<Result<T>> =>
    JSON.parse(await route(name, JSON.stringify(input), window)) as Result<T>
  return {
    db,
    folder,
    sessions,
    notices,
    ask: async <T>(window: number, name: OperationName, input: unknown = {}) => {
      const result = await call<T>(window, name, input)
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
      return result.value
    },
    fail: async (window, name, input = {}) => {
      const result = await call(window, name, input)
      if (result.ok) throw new Error(`${name} succeeded`)
      return result.error
    },
    passTime: (ms) => {
      passed += ms
    },
    waitOut: (ms) => void run(db, sql`UPDATE sign_in_waits SET since = since - ${ms}`),
  }
}

let template: Promise<{ readonly folder: string; readonly recoveryKey: string }> | undefined

/** A park with accounts, made once for all tests of a file: passwords take their time. */
async function makeTemplate(): Promise<{ folder: string; recoveryKey: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'parkdesk-desk-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const recoveryKey = newRecoveryKey()
  const db = createPark(folder, testPark)
  const given = { administrators: [first, second], recoveryKey, confirmed: true }
  await switchAccountsOn(db, folder, given, testWrite)
  db.close()
  return { folder, recoveryKey }
}

/** A park with accounts; the first administrator is signed in at window 1. */
export async function deskWithAccounts(): Promise<Desk & { readonly recoveryKey: string }> {
  const { folder, recoveryKey } = await (template ??= makeTemplate())
  const own = join(testFolder(), 'park')
  cpSync(folder, own, { recursive: true })
  const desk = openDesk(own)
  desk.sessions.begin(1, accountNamed(desk.db, first.name)?.id ?? '')
  return { ...desk, recoveryKey }
}

/** The password of everybody but the administrators. */
export const plainPassword = 'seven loud drums'
let plainRecord: Promise<string> | undefined

/** Stores an account; answers its id. */
export async function addPerson({ db }: Pick<Desk, 'db'>, name: string, roleId: string): Promise<string> {
  const password = await (plainRecord ??= hashPassword(plainPassword))
  const id = randomUUID()
  const account = { id, name, displayName: name, roleId, password, mustChange: 0, expiresAt: null } as const
  inTransaction(db, () => putAccount(db, account, testWrite))
  return id
}

/** `action subject recordId` of the log, oldest first. */
export function logLines(db: WritableDb): string[] {
  return all<{ line: string }>(
    db,
    sql`SELECT actor || ': ' || action || ' ' || register || ' ' || record_id AS line FROM change_log ORDER BY seq`,
  ).map(({ line }) => line)
}
