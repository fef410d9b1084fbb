import { randomUUID } from 'node:crypto'
import type { OperationName } from '@shared/contract/contract'
import type { Failure, Result } from '@shared/contract/result'
import { ownRoleNames, type OwnRole } from '@shared/features/accounts/roles'
import { registerNames, type RegisterName } from '@shared/kernel/registers'
import { expect, test } from './fixtures'
import type { Parkdesk } from './support/parkdesk'
import { columns, rightsTable } from './support/rights-table'
import { accountPassword, addAccount, signInFirst, switchAccountsOn, type Newcomer } from './support/accounts'

/** An input of the right shape for an operation that asks for further rights by what it is given. */
function inputFor(operation: OperationName, register: RegisterName): object {
  const id = randomUUID()
  const file = randomUUID()
  const inputs: Partial<Record<OperationName, object>> = {
    'drafts.find': { register, recordId: null },
    'drafts.keep': { register, recordId: null, values: {} },
    'drafts.discard': { register, recordId: null },
    'exports.run': { jobId: id, register, format: 'csv', language: 'en', file },
    'history.ofRecord': { register, id },
    'imports.dryRun': { jobId: id, register, file },
    'imports.run': { jobId: id, register, file },
    'imports.profiles': { register },
    'imports.saveProfile': { register, name: 'x', headers: [], mapping: {} },
    'settings.layout': { register },
    'settings.saveLayout': { register, layout: null },
    'views.list': { register },
    // One for everybody, which takes more than one for oneself.
    'views.save': {
      register,
      name: 'x',
      shared: true,
      filter: {},
      sort: null,
      stored: null,
    },
    'views.remove': { register, id, version: 1 },
    'attachments.list': { register, recordId: id },
    'attachments.add': { jobId: id, register, recordId: id, file },
    'attachments.remove': { register, recordId: id, id },
    'attachments.restore': { register, recordId: id, id },
    'attachments.preview': { jobId: id, register, recordId: id, id },
    'attachments.open': { jobId: id, register, recordId: id, id },
    'attachments.save': { jobId: id, register, recordId: id, id, file },
  }
  const input = inputs[operation]
  if (input === undefined) throw new Error(`no input for ${operation}`)
  return input
}

/** Whether the router let a call through to the operation, whatever the operation then made of it. */
function isLetThrough(operation: OperationName, result: Result<unknown>): boolean {
  if (result.ok) return true
  const { code, params }: Failure = result.error
  return code !== 'auth_required' && !(code === 'not_allowed' && params?.['name'] === operation)
}

// Its right is looked at before its input: one that fits no operation shows the right and changes nothing.
const surplus = { surplus: 1 }

async function signOf(parkdesk: Parkdesk, operation: OperationName, input: object): Promise<string> {
  return isLetThrough(operation, await parkdesk.callRaw(operation, JSON.stringify(input))) ? 'y' : '–'
}

/** The column of one role, as the application answers it. */
async function columnOf(parkdesk: Parkdesk): Promise<Readonly<Record<string, string>>> {
  const column: Record<string, string> = {}
  for (const [name, row] of Object.entries(rightsTable)) {
    const operation = name as OperationName
    if (typeof row === 'string') column[name] = await signOf(parkdesk, operation, surplus)
    else
      for (const register of registerNames)
        column[`${name} ${register}`] = await signOf(parkdesk, operation, inputFor(operation, register))
  }
  return column
}

/** The column of one role, as the table has it. */
function expectedColumn(role: (typeof columns)[number]): Readonly<Record<string, string>> {
  const index = columns.indexOf(role)
  const sign = (signs: string) => [...signs][index] ?? ''
  return Object.fromEntries(
    Object.entries(rightsTable).flatMap(([name, row]) =>
      typeof row === 'string'
        ? [[name, sign(row)]]
        : registerNames.map((register) => [`${name} ${register}`, sign(row[register])]),
    ),
  )
}

test('every operation is open to exactly the roles of the table, tried through the bridge', async ({
  desk,
}) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  await switchAccountsOn(parkdesk)
  const people: [OwnRole, Newcomer][] = []
  for (const role of ownRoleNames) people.push([role, await addAccount(parkdesk, role)])
  await parkdesk.call('accounts.signOut')
  expect(await columnOf(parkdesk), 'stranger').toEqual(expectedColumn('stranger'))
  for (const [role, person] of people) {
    await signInFirst(parkdesk, person)
    expect(await columnOf(parkdesk), role).toEqual(expectedColumn(role))
    await parkdesk.call('accounts.signOut')
  }
  parkdesk.forgive()
})

test('what is refused is in the log, with who asked and for what', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const admin = await switchAccountsOn(parkdesk)
  const reader = await addAccount(parkdesk, 'reader')
  await parkdesk.call('accounts.signOut')
  await signInFirst(parkdesk, reader)
  expect((await parkdesk.callRaw('accounts.list', '{}')).ok).toBe(false)
  await parkdesk.call('accounts.signOut')
  await parkdesk.call('accounts.signIn', { name: admin, password: accountPassword })
  const { rows } = await parkdesk.call<{ rows: readonly object[] }>('audit.entries', {
    filter: { action: ['refused'] },
  })
  expect(rows).toMatchObject([{ actor: reader.name, action: 'refused', recordId: 'accounts.list' }])
})
