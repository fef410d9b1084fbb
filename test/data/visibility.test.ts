import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unpackPage, type PackedPage } from '@shared/contract/page'
import { everyRight, type Right, type Session } from '@shared/contract/rights'
import type { IncidentRow } from '@shared/features/incidents/incidents.contract'
import type { SearchAnswer } from '@shared/features/search/search.contract'
import { rightsOfRole, ownRoles, type OwnRole } from '@shared/features/accounts/roles'
import { restrictedConfidentiality } from '@shared/features/incidents/incident'
import { exportsTasks } from '../../electron/features/exports/exports.tasks'
import { openWritable } from '../../electron/data/connection'
import { all, sql, type WritableDb } from '../../electron/data/sql'
import {
  addIncident,
  addRequest,
  addTenant,
  memoryPark,
  parkFolder,
  taskContext,
  testNow,
} from '../support/park'
import { bridge } from '../support/router'

const sessionOf = (role: OwnRole): Session => ({
  actor: role,
  accountId: 'a',
  rights: rightsOfRole(ownRoles[role]),
  mustChangePassword: false,
})

const as = (db: WritableDb, role: OwnRole) => bridge(db, {}, sessionOf(role))
const first = { cursor: null, limit: 200 }

describe('restricted incidents', () => {
  const marks = fc.constantFrom(null, 'public', 'internal', ...restrictedConfidentiality)

  test('are in no list, count, search, overview or tenant of somebody without the right', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(marks, { maxLength: 12 }), async (confidentialities) => {
        const db = memoryPark()
        const tenantId = addTenant(db)
        confidentialities.forEach((confidentiality) =>
          addIncident(db, { confidentiality, tenantId, description: 'fence', severity: 5 }),
        )
        const open = confidentialities.filter(
          (mark) => mark === null || mark === 'public' || mark === 'internal',
        )
        const { ask } = as(db, 'reader')
        const page = unpackPage(await ask<PackedPage<IncidentRow>>('incidents.page', first))
        expect(page.rows.map(({ confidentiality }) => confidentiality).toSorted()).toEqual(open.toSorted())
        expect(await ask('incidents.count', {})).toBe(open.length)
        expect(await ask('incidents.count', { text: 'fence' })).toBe(open.length)
        expect(await ask('incidents.viewCounts')).toMatchObject({ all: open.length, severe: open.length })
        const found = await ask<SearchAnswer>('search.find', { text: 'fence' })
        expect([found.total, found.results.length]).toEqual([open.length, open.length])
        expect(await ask('overview.counts')).toMatchObject({ incidentsOpen: open.length })
        const shown = await ask<{ recentIncidents: unknown[] }>('overview.lists')
        expect(shown.recentIncidents).toHaveLength(Math.min(open.length, 10))
        expect(await ask('tenants.get', { id: tenantId })).toMatchObject({ incidentsTotal: open.length })
      }),
      { numRuns: 20 },
    )
  })

  test('answer like records that are not there to somebody without the right', async () => {
    const db = memoryPark()
    const id = addIncident(db, { confidentiality: 'strict' })
    const { fail } = bridge(db, {}, { ...sessionOf('reader'), rights: withWriting() })
    expect((await fail('incidents.get', { id })).code).toBe('not_found')
    expect((await fail('incidents.update', { id, version: 1, values: { location: 'x' } })).code).toBe(
      'not_found',
    )
    expect((await fail('incidents.remove', { id, version: 1 })).code).toBe('not_found')
    expect((await fail('incidents.restore', { id, version: 1 })).code).toBe('not_found')
    expect((await fail('history.ofRecord', { register: 'incidents', id })).code).toBe('not_found')
    const stored = all<{ version: number }>(db, sql`SELECT version FROM incidents`)
    expect(stored).toEqual([{ version: 1 }])
  })

  test('cannot be made by somebody who would not see them afterwards', async () => {
    const db = memoryPark()
    const id = addIncident(db)
    const { fail } = bridge(db, {}, { ...sessionOf('reader'), rights: withWriting() })
    const failure = await fail('incidents.update', { id, version: 1, values: { confidentiality: 'strict' } })
    expect(failure.fields).toMatchObject([{ path: 'confidentiality', code: 'not_allowed' }])
  })

  test('are read only with an entry in the log that says who and which', async () => {
    const db = memoryPark()
    const id = addIncident(db, { confidentiality: 'confidential' })
    addIncident(db, { confidentiality: 'public' })
    const { ask } = as(db, 'auditor')
    await ask('incidents.get', { id })
    const entries = all<{ action: string; recordId: string }>(
      db,
      sql`SELECT action, record_id AS recordId FROM change_log WHERE action = 'read'`,
    )
    expect(entries).toEqual([{ action: 'read', recordId: id }])
  })

  test('are noted as read in a list of whatever fields', async () => {
    const db = memoryPark()
    const id = addIncident(db, { confidentiality: 'confidential' })
    await as(db, 'auditor').ask('incidents.page', { ...first, fields: ['reference'] })
    const entries = all<{ recordId: string }>(
      db,
      sql`SELECT record_id AS recordId FROM change_log WHERE action = 'read'`,
    )
    expect(JSON.stringify(entries)).toContain(id)
  })

  test('are not written into the exports of somebody without the right', async () => {
    const folder = parkFolder()
    const db = openWritable(folder)
    addIncident(db, { description: 'open gate', confidentiality: 'internal' })
    addIncident(db, { description: 'hidden gate', confidentiality: 'restricted' })
    db.close()
    const path = join(folder, 'incidents.json')
    const rights = [...rightsOfRole(ownRoles.reader)]
    const input = { register: 'incidents', format: 'json', language: 'en', path, rights } as const
    expect(await exportsTasks['exports.run'](input, taskContext(folder))).toMatchObject({ rows: 1 })
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('open gate')
    expect(text).not.toContain('hidden gate')
  })
})

function withWriting(): ReadonlySet<Right> {
  return new Set<Right>([
    ...rightsOfRole(ownRoles.reader),
    'incidents.write',
    'requests.write',
    'tenants.write',
  ])
}

describe('fields somebody may not see', () => {
  const money = { declaredValue: 120_000, currency: 'KZT' }

  test('are missing from the page, the record, its history and the overview', async () => {
    const db = memoryPark()
    const tenantId = addTenant(db, { rent: 900, rentCurrency: 'USD' })
    const id = addRequest(db, tenantId, { ...money, dueAt: testNow + 1000 })
    const { ask } = as(db, 'reader')
    const answers = [
      await ask('requests.page', first),
      await ask('requests.get', { id }),
      await ask('history.ofRecord', { register: 'requests', id }),
      await ask('tenants.get', { id: tenantId }),
      await ask('tenants.page', first),
    ]
    const asked = { ...first, fields: ['reference', 'declaredValue', 'currency'] }
    answers.push(await ask('requests.page', asked))
    const overview = await ask<{ dueSoon: readonly object[] }>('overview.lists')
    const text = JSON.stringify([...answers, overview.dueSoon])
    for (const field of ['declaredValue', 'rent', 'rentCurrency', '"currency"', '120000', 'KZT'])
      expect(text).not.toContain(field)
    expect(overview.dueSoon).toHaveLength(1)
    const full = JSON.stringify(await as(db, 'manager').ask('requests.get', { id }))
    expect(full).toContain('120000')
  })

  test('cannot be guessed by conditions or orders, nor written', async () => {
    const db = memoryPark()
    const tenantId = addTenant(db)
    const id = addRequest(db, tenantId, money)
    const { fail } = bridge(db, {}, { ...sessionOf('reader'), rights: withWriting() })
    const conditions = [{ field: 'declaredValue', from: 100_000 }]
    expect((await fail('requests.count', { conditions })).code).toBe('not_allowed')
    expect((await fail('requests.page', { ...first, filter: { conditions } })).code).toBe('not_allowed')
    const sort = { field: 'declaredValue', direction: 'asc' }
    expect((await fail('requests.page', { ...first, sort })).code).toBe('not_allowed')
    const failure = await fail('requests.update', { id, version: 1, values: { declaredValue: 1 } })
    expect(failure.fields).toMatchObject([{ path: 'declaredValue', code: 'not_allowed' }])
  })

  test('leave no trace in an export', async () => {
    const folder = parkFolder()
    const db = openWritable(folder)
    addRequest(db, addTenant(db), money)
    db.close()
    for (const format of ['csv', 'json'] as const) {
      const path = join(folder, `requests.${format}`)
      const rights = [...rightsOfRole(ownRoles.reader)]
      const input = { register: 'requests', format, language: 'en', path, rights } as const
      await exportsTasks['exports.run'](input, taskContext(folder))
      expect(readFileSync(path, 'utf8')).not.toMatch(/KZT|1200/u)
    }
  })
})

test('whoever holds every right sees what a park without accounts shows', async () => {
  const db = memoryPark()
  addIncident(db, { confidentiality: 'strict' })
  const admin = bridge(db, {}, { ...sessionOf('administrator'), rights: everyRight })
  expect(await admin.ask('incidents.count', {})).toBe(1)
})
