import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { AuditEntry } from '@shared/features/audit/audit.contract'
import { expect, test } from './fixtures'
import { SignIn } from './pages/sign-in'
import { accountPassword } from './support/accounts'
import { foldersIn, start, type Parkdesk } from './support/parkdesk'

/** What the manual promises, in milliseconds. */
const promised = 5 * 60_000
const newPassword = 'nine cranes over the depot'

/** Switches accounts on; answers the key on the paper. */
async function switchOn(desk: Parkdesk): Promise<string> {
  const { recoveryKey } = await desk.call<{ readonly recoveryKey: string }>('accounts.newRecoveryKey', {
    password: '',
  })
  const administrators = ['aigul', 'sergei'].map((name) => ({
    name,
    displayName: `${name} of the park`,
    password: accountPassword,
  }))
  await desk.call('accounts.switchOn', { administrators, recoveryKey })
  return recoveryKey
}

/** Writes a backup of the park to a file, as onto a stick. */
async function backUpTo(desk: Parkdesk, file: string): Promise<void> {
  await desk.answerSave(file)
  const chosen = await desk.call<{ readonly token: string }>('shell.chooseFile', {
    purpose: 'backup',
    title: 'backup',
  })
  await desk.call('backups.saveTo', { jobId: randomUUID(), file: chosen.token })
}

/** On a machine without any data: from the first screen to the sign-in of the park in the backup. */
async function bringBack({ page, words: { t } }: Parkdesk, recoveryKey: string): Promise<void> {
  await page.getByRole('button', { name: t('accounts:welcome.rescue') }).click()
  await page.getByRole('button', { name: t('storage:rescue.file') }).click()
  await page.getByRole('button', { name: t('storage:rescue.check') }).click()
  await page.getByLabel(t('storage:rescue.key'), { exact: true }).fill(recoveryKey)
  await page.getByRole('button', { name: t('storage:rescue.check') }).click()
  await page.getByRole('button', { name: t('storage:rescue.restore') }).click()
}

/** Sets a new password with the paper; answers the key that takes its place, typed back. */
async function recover({ page, words: { t } }: Parkdesk, recoveryKey: string): Promise<string> {
  await page.getByRole('button', { name: t('accounts:signIn.lost') }).click()
  await page.getByLabel(t('accounts:key.title')).fill(recoveryKey)
  await page.getByLabel(t('accounts:recover.name')).fill('aigul')
  await page.getByLabel(t('accounts:password.new')).fill(newPassword)
  await page.getByRole('button', { name: t('accounts:recover.submit') }).click()
  const groups = page.getByLabel(t('accounts:key.title')).locator('span')
  await expect(groups).toHaveCount(7)
  const next = (await groups.allInnerTexts()).join('-')
  await page.getByRole('button', { name: t('accounts:key.onPaper') }).click()
  await page.getByLabel(t('accounts:key.title')).fill(next)
  await page.getByRole('button', { name: t('accounts:recover.finish') }).click()
  return next
}

test('a lost machine and a lost password are mended from a backup and the paper in five minutes', async ({
  desk,
}) => {
  test.setTimeout(promised)
  const file = join(desk.folder, 'on-the-stick.parkdesk')
  const lost = await desk.open({ park: 'demo', language: 'en' })
  const recoveryKey = await switchOn(lost)
  const tenants = await lost.call<number>('tenants.count')
  await backUpTo(lost, file)
  await lost.close()

  const begun = performance.now()
  const other = await start(foldersIn(join(desk.folder, 'another-machine')), 'en')
  try {
    await other.answerOpen(file)
    await bringBack(other, recoveryKey)
    await new SignIn(other).expectShown()
    const next = await recover(other, recoveryKey)
    await expect(other.page.getByRole('banner')).toContainText('aigul')
    expect(performance.now() - begun).toBeLessThan(promised)

    expect(next).not.toBe(recoveryKey)
    expect(await other.call<number>('tenants.count')).toBe(tenants)
    const { rows } = await other.call<{ readonly rows: readonly AuditEntry[] }>('audit.entries', {
      filter: { action: ['restored', 'recovered'] },
    })
    expect(rows.map(({ action }) => action)).toEqual(['recovered', 'restored'])
    // The old password is void, and so is the old paper.
    await other.call('accounts.signOut')
    const refused = [
      ['accounts.signIn', { name: 'aigul', password: accountPassword }, 'sign_in_failed'],
      ['accounts.recover', { name: 'aigul', newPassword, recoveryKey }, 'recovery_key_wrong'],
    ] as const
    for (const [operation, input, code] of refused) {
      expect(await other.callRaw(operation, JSON.stringify(input))).toMatchObject({ error: { code } })
    }
    expect(other.problems).toEqual([])
  } finally {
    await other.close()
  }
})
