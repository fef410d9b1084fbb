import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { z } from 'zod'
import type { Result } from '@shared/contract/result'
import { expect, test } from './guards-fixtures'
import { loadContract } from './support/contract'
import type { Parkdesk } from './support/parkdesk'
import { exampleOf, nearly, neverAnInput, type Shape } from './support/payloads'

/** Near misses of each operation's input; every run tries others. */
const nearMisses = 12

/** What a refusal must never tell: places, statements, the inside of the program. */
const inside =
  /\/tmp\/|\/home\/|node_modules|\.js:\d|\bSELECT\b|\bINSERT\b|\bUPDATE\b|SQLITE_|no such (?:table|column)|\bat [\w.]+ \(/u

/** Opens the park beside the application for as long as `work` takes. */
function inDatabase<T>({ folders }: Parkdesk, work: (db: Database.Database) => T): T {
  const db = new Database(join(folders.data, 'parkdesk.sqlite'), { fileMustExist: true })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/**
 * The newest entry of the change log that somebody caused, and its hash: the same afterwards means that nothing was
 * written. What the program does by itself, such as the backup of the day, has no name in it.
 */
const logHead = (parkdesk: Parkdesk) =>
  inDatabase(parkdesk, (db) =>
    db
      .prepare(`SELECT seq, hex(hash) AS hash FROM change_log WHERE actor <> '' ORDER BY seq DESC LIMIT 1`)
      .get(),
  )

/** Puts texts into the page that are large and tried with every operation. */
async function keepInPage({ page }: Parkdesk, inputs: readonly string[]): Promise<void> {
  await page.evaluate((inputs) => Reflect.set(globalThis, 'keptInputs', inputs), inputs)
}

/** Carries out one operation with the inputs kept in the page and with others. */
async function answersTo(
  { page }: Parkdesk,
  name: string,
  inputs: readonly string[],
): Promise<readonly Result<unknown>[]> {
  const answers = await page.evaluate(
    async ([name, inputs]) => {
      type Call = (input: string) => Promise<string>
      const bridge = Reflect.get(globalThis, 'parkdesk') as {
        features: Record<string, Record<string, Call>>
      }
      const [feature = '', operation = ''] = name.split('.')
      const call = bridge.features[feature]?.[operation]
      if (call === undefined) throw new Error(`no operation ${name}`)
      const kept = (Reflect.get(globalThis, 'keptInputs') ?? []) as string[]
      return await Promise.all([...kept, ...inputs].map((input) => call(input)))
    },
    [name, inputs] as const,
  )
  return answers.map((answer) => JSON.parse(answer) as Result<unknown>)
}

/** Whether a schema takes a text; one it takes may rightly be carried out. */
function isTaken(schema: z.ZodType, text: string): boolean {
  try {
    return schema.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}

test('input of any wrong shape is refused by a code, operation by operation, and writes nothing', async ({
  desk,
}) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'en' })
  const operations = (await loadContract()).allOperations()
  const before = logHead(parkdesk)
  expect(before).toBeDefined()
  await keepInPage(parkdesk, neverAnInput)
  let refused = 0
  for (const [name, { input }] of operations) {
    const shape = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape
    const seed = Date.now()
    const near = fc.sample(nearly(exampleOf(shape)), { numRuns: nearMisses, seed })
    const others = near.filter((text) => !isTaken(input, text))
    const inputs = [...neverAnInput, ...others]
    const answers = await answersTo(parkdesk, name, others)
    for (const [index, answer] of answers.entries()) {
      const given = `${name} (seed ${seed}) ${inputs[index]?.slice(0, 120)}`
      expect(answer.ok, given).toBe(false)
      if (answer.ok) continue
      expect(['invalid_input', 'auth_required', 'not_allowed'], given).toContain(answer.error.code)
      expect(JSON.stringify(answer.error), given).not.toMatch(inside)
      refused += 1
    }
  }
  expect(refused).toBeGreaterThan(operations.length * neverAnInput.length * 0.9)
  expect(logHead(parkdesk)).toEqual(before)
})

test('values of any kind in a record of the right shape are stored or refused by a code', async ({
  desk,
}) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'en' })
  const id = crypto.randomUUID()
  const examples = {
    'tenants.create': { values: { name: 'x', areaM2: 1, contractStart: '2026-01-01' } },
    'requests.create': { values: { type: 'customs', description: 'x', submittedAt: 1 } },
    'incidents.create': { values: { category: 'fire', severity: 1, occurredAt: 1, status: 'reported' } },
    'incidents.update': { id, version: 1, values: { description: 'x' } },
    'tenants.page': { limit: 10, filter: { text: 'x', conditions: [{ field: 'name', in: ['x'] }] } },
    'search.find': { text: 'x', limit: 10 },
    'drafts.keep': { register: 'tenants', recordId: null, values: { name: 'x' } },
  }
  for (const [name, example] of Object.entries(examples)) {
    const seed = Date.now()
    const inputs = fc.sample(nearly(example), { numRuns: 60, seed })
    const answers = await answersTo(parkdesk, name, inputs)
    for (const [index, answer] of answers.entries()) {
      const given = `${name} (seed ${seed}) ${inputs[index]?.slice(0, 120)}`
      if (answer.ok) continue
      expect(answer.error.code, given).not.toBe('internal')
      expect(JSON.stringify(answer.error), given).not.toMatch(inside)
    }
  }
  const verified = await parkdesk.call('storage.verify', { jobId: crypto.randomUUID() })
  expect(verified).toEqual({ ok: true, problems: [] })
})

test('what is no text never leaves the page', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const answers = await parkdesk.page.evaluate(async () => {
    type Call = (input: unknown) => Promise<string>
    const bridge = Reflect.get(globalThis, 'parkdesk') as {
      features: Record<string, Record<string, Call>>
      droppedFile: (file: unknown) => Promise<unknown>
      on: (name: unknown, listener: unknown) => unknown
    }
    const given = [
      undefined,
      null,
      1,
      {},
      [],
      new Map(),
      new ArrayBuffer(8),
      () => undefined,
      { toString: () => '{}' },
    ]
    const { tenants, shell } = bridge.features
    const calls = given.map(async (input) => [
      await tenants?.['count']?.(input),
      await shell?.['about']?.(input),
    ])
    const thrown = (work: () => unknown) => {
      try {
        work()
        return 'taken'
      } catch {
        return 'refused'
      }
    }
    return {
      calls: (await Promise.all(calls)).flat(),
      files: await Promise.all(
        ['/etc/passwd', {}, new File(['x'], '/etc/passwd'), null].map((file) =>
          Promise.resolve()
            .then(() => bridge.droppedFile(file))
            .catch(() => 'refused'),
        ),
      ),
      listeners: [thrown(() => bridge.on('changed', 'x')), thrown(() => bridge.on({}, () => undefined))],
    }
  })
  const refused = JSON.stringify({ ok: false, error: { code: 'invalid_input' } })
  expect(answers.calls).toEqual(answers.calls.map(() => refused))
  expect(answers.files.filter((answer) => answer !== 'refused' && answer !== null)).toEqual([])
  expect(answers.listeners).toEqual(['refused', 'refused'])
  parkdesk.forgive()
})

test('input of two megabytes is refused on every channel without keeping anybody waiting', async ({
  desk,
}) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const large = JSON.stringify({ text: 'x'.repeat(2_000_000), limit: 10 })
  const refused = { ok: false, error: { code: 'input_too_large' } }
  for (const [name] of (await loadContract())
    .allOperations()
    .filter(([name]) => /^(?:search|shell)/u.test(name)))
    expect(await parkdesk.callRaw(name, large), name).toMatchObject(refused)
  const here = await parkdesk.app.evaluate(async ({ ipcMain, webContents }, large) => {
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (...all: unknown[]) => unknown>
    const [sender] = webContents.getAllWebContents()
    const event = { sender, senderFrame: sender?.mainFrame }
    const asName = await handlers.get('parkdesk:call')?.(event, large, '{}')
    const files = [...handlers.keys()].filter((channel) => channel !== 'parkdesk:call')
    const answers = files.map((channel) => handlers.get(channel)?.(event, large, new ArrayBuffer(8)))
    return { asName, files: await Promise.all(answers) }
  }, large)
  expect(here).toEqual({
    asName: JSON.stringify({ ok: false, error: { code: 'unknown_operation' } }),
    files: [null, null],
  })
  const started = performance.now()
  const [, count] = await Promise.all([
    parkdesk.callRaw('search.find', large),
    parkdesk.call<number>('tenants.count'),
  ])
  expect(count).toBe(0)
  expect(performance.now() - started).toBeLessThan(5000)
})

test('a failure names its code and no place or statement', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'en' })
  const path = join(desk.folder, 'vanishes.csv')
  writeFileSync(path, 'Name\nx\n')
  await parkdesk.answerOpen(path)
  const file = await parkdesk.call<{ readonly token: string }>('shell.chooseFile', {
    purpose: 'import',
    title: 'x',
  })
  rmSync(path)
  const jobId = crypto.randomUUID()
  const unknown = crypto.randomUUID()
  const failures = [
    await parkdesk.callRaw('imports.inspect', JSON.stringify({ jobId, file: file.token })),
    await parkdesk.callRaw('backups.preview', JSON.stringify({ jobId, source: { file: file.token } })),
    await parkdesk.callRaw('imports.inspect', JSON.stringify({ jobId, file: unknown })),
    await parkdesk.callRaw('requests.get', JSON.stringify({ id: unknown })),
    await parkdesk.callRaw('imports.undo', JSON.stringify({ batchId: unknown })),
    await parkdesk.callRaw('tenants.page', JSON.stringify({ limit: 10, cursor: "' OR 1=1 --" })),
    await parkdesk.callRaw(
      'tenants.page',
      JSON.stringify({ limit: 10, filter: { conditions: [{ field: 'name; DROP', in: ['x'] }] } }),
    ),
  ]
  for (const failure of failures) {
    expect(failure.ok, JSON.stringify(failure)).toBe(false)
    expect(JSON.stringify(failure)).not.toMatch(inside)
    if (!failure.ok) expect(failure.error.code).not.toBe('internal')
  }
})

test('a failure of the database itself names no statement either', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  await parkdesk.call('tenants.count')
  // Somebody else takes a table away below the running application.
  inDatabase(parkdesk, (db) => db.exec('ALTER TABLE tenants RENAME TO gone'))
  const answers = await Promise.all([
    parkdesk.callRaw('tenants.page', JSON.stringify({ limit: 10 })),
    parkdesk.callRaw('tenants.create', JSON.stringify({ values: { name: 'x' } })),
  ])
  for (const answer of answers) {
    expect(answer.ok, JSON.stringify(answer)).toBe(false)
    expect(JSON.stringify(answer)).not.toMatch(inside)
    expect(JSON.stringify(answer)).not.toContain('gone')
  }
  parkdesk.forgive()
})
