import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import { lockMinutes, nameMaximum, type Account, type Me, type Role } from './accounts'
import { grantableRights } from './roles'

/** Longer than any password that is accepted: whatever is typed gets its proper message. */
const passwordSchema = z.string().max(1000)
const nameSchema = z.string().trim().min(3).max(nameMaximum)
const displayNameSchema = z.string().trim().min(1).max(120)
const recoveryKeySchema = z.string().max(200)
const nothing = z.strictObject({})
const personSchema = z.strictObject({
  name: nameSchema,
  displayName: displayNameSchema,
  password: passwordSchema,
})

/** An account just made or reset: its one-time password is shown this once. */
export type OneTime = { readonly account: Account; readonly oneTimePassword: string }

export const accountsContract = {
  /** Who is at this window and what they may do. */
  me: query({ right: 'public', input: nothing, output: answers<Me>() }),
  /** Errors: `sign_in_failed` whatever of the two is wrong, `sign_in_wait` with `seconds`. */
  signIn: command({
    right: 'public',
    input: z.strictObject({ name: z.string().max(200), password: passwordSchema }),
    output: answers<Me>(),
  }),
  signOut: command({ right: 'public', input: nothing, output: answers<Me>() }),
  /** Ends the session of this window but remembers whose it was. */
  lock: command({ right: 'public', input: nothing, output: answers<Me>() }),
  /** Errors: `password_wrong`, `password_weak` with `reason`, `sign_in_wait`. */
  changePassword: command({
    right: 'signedIn',
    input: z.strictObject({ current: passwordSchema, next: passwordSchema }),
    output: answers<Me>(),
  }),
  list: query({ right: 'accounts.manage', input: nothing, output: answers<readonly Account[]>() }),
  roles: query({ right: 'accounts.manage', input: nothing, output: answers<readonly Role[]>() }),
  /** Makes an account with a one-time password; `password` is that of whoever makes it. */
  create: command({
    right: 'accounts.manage',
    input: z.strictObject({
      name: nameSchema,
      displayName: displayNameSchema,
      roleId: z.string().max(40),
      password: passwordSchema,
    }),
    output: answers<OneTime>(),
  }),
  /** Errors: `last_administrator`, `changed_meanwhile`. */
  update: command({
    right: 'accounts.manage',
    input: z.strictObject({
      id: z.uuid(),
      version: z.number().int().min(1),
      displayName: displayNameSchema,
      roleId: z.string().max(40),
      disabled: z.boolean(),
      password: passwordSchema,
    }),
    output: answers<Account>(),
  }),
  /** Gives somebody a one-time password; ends their sessions. */
  resetPassword: command({
    right: 'accounts.manage',
    input: z.strictObject({ id: z.uuid(), password: passwordSchema }),
    output: answers<OneTime>(),
  }),
  /** Makes (`id` null) or changes a role of the park's own. */
  saveRole: command({
    right: 'accounts.manage',
    input: z.strictObject({
      id: z.uuid().nullable(),
      version: z.number().int().min(1).nullable(),
      name: z.string().trim().min(1).max(80),
      rights: z.array(z.enum(grantableRights)).max(grantableRights.length),
      password: passwordSchema,
    }),
    output: answers<Role>(),
  }),
  /** Errors: `still_referenced` while an account has it. */
  removeRole: command({
    right: 'accounts.manage',
    input: z.strictObject({ id: z.uuid(), version: z.number().int().min(1), password: passwordSchema }),
    output: answers<null>(),
  }),
  /** When windows lock: minutes without a key or a mouse. */
  lockAfter: query({ right: 'accounts.manage', input: nothing, output: answers<number>() }),
  saveLockAfter: command({
    right: 'accounts.manage',
    input: z.strictObject({ minutes: z.number().int().min(lockMinutes.least).max(lockMinutes.most) }),
    output: answers<number>(),
  }),
  /** A new recovery key, shown once; it counts only when `switchOn` or `confirmRecoveryKey` is given it back. */
  newRecoveryKey: command({
    right: 'accounts.manage',
    input: z.strictObject({ password: passwordSchema }),
    output: answers<{ readonly recoveryKey: string }>(),
  }),
  confirmRecoveryKey: command({
    right: 'accounts.manage',
    input: z.strictObject({ recoveryKey: recoveryKeySchema }),
    output: answers<null>(),
  }),
  /** The yearly drill: whether what is on the paper is the key. */
  checkRecoveryKey: command({
    right: 'accounts.manage',
    input: z.strictObject({ recoveryKey: recoveryKeySchema }),
    output: answers<null>(),
  }),
  /** Switches accounts on: two administrators, the recovery key typed back; signs the first one in. */
  switchOn: command({
    right: 'accounts.manage',
    input: z.strictObject({
      administrators: z.array(personSchema).length(2),
      recoveryKey: recoveryKeySchema,
    }),
    output: answers<Me>(),
  }),
  /** Back to one operator without accounts; asks for the recovery key. */
  switchOff: command({
    right: 'accounts.manage',
    input: z.strictObject({ recoveryKey: recoveryKeySchema }),
    output: answers<Me>(),
  }),
  /**
   * Gives an administrator a new password by the paper. The key has then been used: the answer is the one that takes
   * its place, to be written down and confirmed after signing in. Errors: `recovery_key_wrong`, `sign_in_wait`.
   */
  recover: command({
    right: 'public',
    input: z.strictObject({
      recoveryKey: recoveryKeySchema,
      name: z.string().max(200),
      newPassword: passwordSchema,
    }),
    output: answers<{ readonly me: Me; readonly recoveryKey: string }>(),
  }),
}
