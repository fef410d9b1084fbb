import { AppError } from '@shared/contract/result'
import type { ParsedOf } from '@shared/contract/define'
import type { Role } from '@shared/features/accounts/accounts'
import type { accountsContract } from '@shared/features/accounts/accounts.contract'
import type { FieldChanges } from '@shared/features/history/history.contract'
import { sanitiseLine } from '@shared/kernel/text'
import { v7 as newId } from 'uuid'
import { appendToLog } from '../../data/change-log'
import type { CommandContext } from '../../data/handlers'
import { writeContext } from '../../data/records'
import { inTransaction } from '../../data/sql'
import { accountOf } from './accounts.repo'
import { holdsAll, mustHaveAdministrator, mustKnowOwnPassword, refuse } from './guards'
import { deleteRole, isRoleNameTaken, mustFindRole, putRole } from './roles.repo'
import { accountsOn } from './switch.repo'

type Input<O extends 'saveRole' | 'removeRole'> = ParsedOf<(typeof accountsContract)[O]>

const listed = (rights: readonly string[]) => [...rights].sort().join(' ')

function mustBeVersion(role: Role, version: number | null): void {
  if (role.version !== version) throw new AppError('changed_meanwhile')
}

/** Nobody changes a role they have themselves, or one that allows more than they may. */
function refuseBeyondOwn(context: CommandContext, name: string, id: string, rights: Role['rights']): void {
  const { db, session } = context
  const own = session.accountId === null ? undefined : accountOf(db, session.accountId)
  if (own?.roleId === id) refuse(context, name, 'own role')
  if (!holdsAll(session, rights)) refuse(context, name, 'rights')
}

/**
 * Makes a role or changes one; what it allows counts at once for whoever has it. Errors: `name_taken`,
 * `changed_meanwhile`, `last_administrator`, `not_allowed`.
 */
export async function saveRole(input: Input<'saveRole'>, context: CommandContext): Promise<Role> {
  const { db } = context
  await mustKnowOwnPassword(context, input.password)
  const id = input.id ?? newId()
  const name = sanitiseLine(input.name)
  const rights = [...new Set(input.rights)]
  const before = input.id === null ? undefined : mustFindRole(db, id)
  if (before) mustBeVersion(before, input.version)
  refuseBeyondOwn(context, 'accounts.saveRole', id, [...(before?.rights ?? []), ...rights])
  inTransaction(db, () => {
    if (isRoleNameTaken(db, name, id)) throw new AppError('name_taken', { name })
    putRole(db, { id, name, rights }, writeContext(context))
    // Before accounts are on there is nobody yet who could manage them.
    if (accountsOn(db)) mustHaveAdministrator(db, context.now())
    const changes: FieldChanges = {
      name: [before?.name ?? null, name],
      rights: [before ? listed(before.rights) : null, listed(rights)],
    }
    const action = before ? 'updated' : 'created'
    appendToLog(db, { action, register: 'roles', recordId: id, changes }, writeContext(context))
  })
  context.changed('accounts', 'audit')
  return mustFindRole(db, id)
}

/** Deletes a role that nobody has. Errors: `still_referenced`, `changed_meanwhile`, `not_allowed`. */
export async function removeRole(input: Input<'removeRole'>, context: CommandContext): Promise<null> {
  const { db } = context
  await mustKnowOwnPassword(context, input.password)
  const role = mustFindRole(db, input.id)
  mustBeVersion(role, input.version)
  refuseBeyondOwn(context, 'accounts.removeRole', role.id, role.rights)
  inTransaction(db, () => {
    deleteRole(db, role.id)
    const changes = { name: [role.name, null], rights: [listed(role.rights), null] } as const
    appendToLog(
      db,
      { action: 'deleted', register: 'roles', recordId: role.id, changes },
      writeContext(context),
    )
  })
  context.changed('accounts', 'audit')
  return null
}
