import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allOperations } from '@shared/contract/contract'
import { maximumInput } from '@shared/contract/limits'
import { soleOperator, stranger } from '@shared/contract/rights'
import { createRouter } from '../../electron/data/router'
import { number, sql } from '../../electron/data/sql'
import { bridge } from '../support/router'
import { commandContext, memoryPark } from '../support/park'

function plainRouter() {
  const db = memoryPark()
  const lines: string[] = []
  const route = createRouter({
    context: () => commandContext(db, { session: stranger() }),
    writable: () => Promise.resolve(),
    log: (line) => void lines.push(line),
  })
  return { db, route, lines }
}

describe('the way to an operation', () => {
  test('ends at an unknown name, a main-process name and a name of the prototype', async () => {
    const { route } = plainRouter()
    for (const name of [
      '',
      'tenants',
      'tenants.',
      'tenants.nothing',
      'constructor.name',
      'tenants.constructor',
      'shell.print',
    ]) {
      expect(JSON.parse(await route(name, '{}', 1))).toMatchObject({
        ok: false,
        error: { code: 'unknown_operation' },
      })
    }
  })

  test('is closed to whoever has not signed in, operation by operation', async () => {
    const { route, db } = plainRouter()
    for (const [name, operation] of allOperations()) {
      if (operation.place !== 'data' || operation.right === 'public') continue
      expect(JSON.parse(await route(name, '{}', 1)), name).toMatchObject({
        ok: false,
        error: { code: 'auth_required' },
      })
    }
    expect(number(db, sql`SELECT count(*) FROM change_log`)).toBe(0)
  })

  test('is closed to an input that is too large or is no JSON', async () => {
    const { route } = plainRouter()
    const large = JSON.stringify({ text: 'x'.repeat(maximumInput) })
    expect(JSON.parse(await route('search.find', large, 1))).toMatchObject({
      error: { code: 'input_too_large' },
    })
    expect(JSON.parse(await route('storage.createPark', '{', 1))).toMatchObject({
      error: { code: 'invalid_input' },
    })
  })

  test('any input at all gets a typed answer and changes nothing unless it is right', async () => {
    const { ask, fail } = bridge(memoryPark())
    const names = [
      'tenants.create',
      'requests.update',
      'drafts.keep',
      'settings.saveLayout',
      'tenants.page',
    ] as const
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 4 }), async (name, input) => {
        const wrong =
          typeof input === 'object' && input !== null && !Array.isArray(input)
            ? { ...input, surplus: 1 }
            : input
        expect((await fail(name, wrong)).code).toBe('invalid_input')
      }),
      { numRuns: 200 },
    )
    expect(await ask('tenants.count', {})).toBe(0)
  })

  test('a command that waited for an import is carried out only for whoever still may', async () => {
    const db = memoryPark()
    let session = soleOperator()
    let written: () => void = () => undefined
    const importing = new Promise<void>((resolve) => (written = resolve))
    const route = createRouter({
      context: () => commandContext(db, { session }),
      writable: () => importing,
      log: () => undefined,
    })
    const answer = route('tenants.create', JSON.stringify({ values: { name: 'Late' } }), 1)
    session = stranger()
    written()
    expect(JSON.parse(await answer)).toMatchObject({ ok: false, error: { code: 'auth_required' } })
    expect(number(db, sql`SELECT count(*) FROM tenants`)).toBe(0)
  })

  test('an error inside says nothing of SQL, paths or the stack, and is logged', async () => {
    const { lines } = plainRouter()
    const db = memoryPark()
    const route = createRouter({
      context: () => {
        throw new Error('SELECT secret FROM /home/somebody')
      },
      writable: () => Promise.resolve(),
      log: (line) => void lines.push(line),
    })
    const text = await route('tenants.count', '{}', 1)
    expect(JSON.parse(text)).toEqual({ ok: false, error: { code: 'internal', params: {}, fields: [] } })
    expect(lines.join()).toContain('SELECT secret')
    expect(db.open).toBe(true)
  })
})
