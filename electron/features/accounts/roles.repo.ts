import { AppError } from '@shared/contract/result'
import type { Right } from '@shared/contract/rights'
import type { Role } from '@shared/features/accounts/accounts'
import { grantableRights, ownRoleNames, ownRoles, type OwnRole } from '@shared/features/accounts/roles'
import { compareKey } from '@shared/kernel/text'
import type { WriteContext } from '../../data/change-log'
import { all, get, number, runOne, sql, type ReadableDb, type WritableDb } from '../../data/sql'

type Row = { readonly id: string; readonly version: number; readonly name: string; readonly rights: string }

const isOwn = (id: string): id is OwnRole => Object.hasOwn(ownRoles, id)

function toRole({ id, version, name, rights }: Row): Role {
  const granted = JSON.parse(rights) as readonly string[]
  // A right that this version does not know is none.
  return { id, version, name, rights: grantableRights.filter((right) => granted.includes(right)) }
}

/** Parkdesk's own roles and after them those of the park. */
export function allRoles(db: ReadableDb): readonly Role[] {
  const own = ownRoleNames.map((id) => ({ id, version: 1, name: null, rights: ownRoles[id] }))
  return [
    ...own,
    ...all<Row>(db, sql`SELECT id, version, name, rights FROM roles ORDER BY name_key`).map(toRole),
  ]
}

/** A role of the park's own. Errors: `not_found`. */
export function mustFindRole(db: ReadableDb, id: string): Role {
  const row = get<Row>(db, sql`SELECT id, version, name, rights FROM roles WHERE id = ${id}`)
  if (!row) throw new AppError('not_found')
  return toRole(row)
}

/** What a role allows; undefined where there is none of that id. */
export function rightsOf(db: ReadableDb, roleId: string): readonly Right[] | undefined {
  if (isOwn(roleId)) return ownRoles[roleId]
  const row = get<Row>(db, sql`SELECT id, version, name, rights FROM roles WHERE id = ${roleId}`)
  return row && toRole(row).rights
}

/** Name of a role of the park's own; null for Parkdesk's. */
export function roleName(db: ReadableDb, roleId: string): string | null {
  return get<Row>(db, sql`SELECT name FROM roles WHERE id = ${roleId}`)?.name ?? null
}

/** Whether another role of the park is called so. */
export function isRoleNameTaken(db: ReadableDb, name: string, exceptId: string): boolean {
  return (
    number(db, sql`SELECT count(*) FROM roles WHERE name_key = ${compareKey(name)} AND id <> ${exceptId}`) > 0
  )
}

/** Stores a role, or changes the one of that id. */
export function putRole(
  db: WritableDb,
  { id, name, rights }: Pick<Role, 'id' | 'rights'> & { readonly name: string },
  { actor, now }: WriteContext,
): void {
  runOne(
    db,
    sql`INSERT INTO roles (id, name, name_key, rights, created_at, created_by, updated_at, updated_by)
      VALUES (${id}, ${name}, ${compareKey(name)}, ${JSON.stringify(rights)}, ${now}, ${actor}, ${now}, ${actor})
      ON CONFLICT (id) DO UPDATE SET version = version + 1, name = excluded.name, name_key = excluded.name_key,
        rights = excluded.rights, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
  )
}

/** Deletes a role. Errors: `still_referenced` while an account has it. */
export function deleteRole(db: WritableDb, id: string): void {
  const count = number(db, sql`SELECT count(*) FROM accounts WHERE role_id = ${id}`)
  if (count > 0) throw new AppError('still_referenced', { count })
  runOne(db, sql`DELETE FROM roles WHERE id = ${id}`)
}
