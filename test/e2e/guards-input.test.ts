import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from './fixtures'
import type { Parkdesk } from './support/parkdesk'

/** Every operation but those that open a dialog or a printer. */
async function operations({ page }: Parkdesk): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const bridge = Reflect.get(globalThis, 'parkdesk') as {
      features: Record<string, Record<string, unknown>>
    }
    return Object.entries(bridge.features)
      .filter(([feature]) => feature !== 'shell')
      .flatMap(([feature, all]) => Object.keys(all).map((name) => `${feature}.${name}`))
  })
}

const state = async (parkdesk: Parkdesk) =>
  await Promise.all(
    (['tenants', 'requests', 'incidents'] as const).map((register) =>
      parkdesk.call<number>(`${register}.count`),
    ),
  )

const hostile = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    '',
    'null',
    '[]',
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{}}}',
    '{"id":-0,"version":1e999}',
    '{"id":"\\u0000"}',
    '{"filter":{"text":"\\ud800"}}',
    `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    JSON.stringify({ ids: Array.from({ length: 10_000 }, () => 'x') }),
  ),
)

/** What a refusal must never tell: places, statements, the inside of the program. */
const inside = /\/tmp\/|\/home\/|node_modules|\.js:\d|\bSELECT\b|\bINSERT\b|SQLITE_|\bat [\w.]+ \(/u

test('input of any shape is refused by a code and writes nothing', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'en' })
  const names = await operations(parkdesk)
  const before = await state(parkdesk)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), hostile, async (operation, input) => {
      const result = await parkdesk.callRaw(operation, input)
      if (result.ok) return
      expect(result.error.code, operation).not.toBe('internal')
      expect(JSON.stringify(result.error)).not.toMatch(inside)
    }),
    { numRuns: 400 },
  )
  expect(await state(parkdesk)).toEqual(before)
})

test('input of two megabytes is refused without keeping anybody waiting', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const large = JSON.stringify({ text: 'x'.repeat(2_000_000), limit: 10 })
  const result = await parkdesk.callRaw('search.find', large)
  expect(result).toMatchObject({ ok: false, error: { code: 'input_too_large' } })
  expect(await parkdesk.call<number>('tenants.count')).toBe(0)
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
    await parkdesk.callRaw('storage.restore', JSON.stringify({ jobId, file: file.token })),
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
