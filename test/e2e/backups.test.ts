import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupStatus } from '@shared/features/backups/backups'
import { expect, test } from './fixtures'
import { showScreen } from './pages/screens'

test('a backup is made, tried, and gone back to, and the way back is open', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'demo', language: 'en' })
  const { page, words, folders } = parkdesk
  const t = (key: string, values = {}) => words.t(`backups:${key}`, values)
  await showScreen(parkdesk, 'backups')
  await page.getByRole('button', { name: t('make') }).click()
  const own = page.getByRole('row').filter({ hasText: t('reason.onDemand') })
  await expect(own).toBeVisible()
  await expect(page.getByText(t('alarm.noBackup'))).toHaveCount(0)
  await page.getByRole('button', { name: t('drillStart') }).click()
  await expect(page.getByText(t('drillGood', { at: '' }).replace(/^: /u, ''))).toBeVisible()

  // Something is entered afterwards and would be lost.
  const before = await parkdesk.call<number>('incidents.count')
  const values = {
    reference: 'LATER-1',
    category: 'theft',
    severity: 2,
    occurredAt: Date.now(),
    status: 'reported',
  }
  await parkdesk.call('incidents.create', { values })
  await own.getByRole('button').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/1 record changed since/u)).toBeVisible()
  await expect(dialog.getByRole('button', { name: t('restoreNow'), exact: true })).toBeDisabled()
  await dialog.getByRole('textbox').fill(t('word'))
  await dialog.getByRole('button', { name: t('restoreNow'), exact: true }).click()
  await expect(dialog).toHaveCount(0)
  expect(await parkdesk.call<number>('incidents.count')).toBe(before)

  // What was set aside comes back the same way.
  await page.getByRole('button', { name: /^Bring back what was set aside/u }).click()
  await dialog.getByRole('textbox').fill(t('word'))
  await dialog.getByRole('button', { name: t('bringBackNow'), exact: true }).click()
  await expect(dialog).toHaveCount(0)
  expect(await parkdesk.call<number>('incidents.count')).toBe(before + 1)
  expect(existsSync(join(folders.data, 'exchange.json'))).toBe(false)
  expect(readdirSync(folders.data).filter((name) => name.startsWith('restoring-'))).toEqual([])
  expect(await parkdesk.call('storage.verify', { jobId: crypto.randomUUID() })).toEqual({
    ok: true,
    problems: [],
  })
})

test('closing the program leaves a backup of what has changed', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'ru' })
  await parkdesk.call('incidents.create', {
    values: { reference: 'A-1', category: 'theft', severity: 2, occurredAt: Date.now(), status: 'reported' },
  })
  const { data } = parkdesk.folders
  await parkdesk.close()
  const backups = () => readdirSync(join(data, 'backups')).filter((name) => name.endsWith('.parkdesk'))
  const made = backups().length
  // Nothing has changed since: nothing is made.
  const again = await desk.open()
  const status = await again.call<BackupStatus>('backups.status')
  expect(status.backups[0]).toMatchObject({ rows: 1 })
  expect(status.alarms).toEqual(['noOtherDevice'])
  await again.close()
  expect(backups()).toHaveLength(made)
})

test('a file that is no backup changes nothing and is refused in words', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'zh' })
  const { page, words } = parkdesk
  await showScreen(parkdesk, 'backups')
  const file = join(desk.folder, 'list.parkdesk')
  writeFileSync(file, 'a list of tenants')
  await parkdesk.answerOpen(file)
  await page.getByRole('button', { name: words.t('backups:fromFile') }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(words.t('errors:backup_invalid'))
  await expect(
    page.getByRole('dialog').getByRole('button', { name: words.t('backups:restoreNow'), exact: true }),
  ).toBeDisabled()
})
