import fc from 'fast-check'

/** As much of JSON Schema as the inputs of operations are described with. */
export type Shape = {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minLength?: number
  readonly minimum?: number
  readonly minItems?: number
  readonly anyOf?: readonly Shape[]
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
}

/** A value of a shape with every field there is, so that each of them can be spoilt. */
export function exampleOf(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum !== undefined) return shape.enum[0]
  if (shape.anyOf !== undefined) return exampleOf(shape.anyOf[0] ?? {})
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, exampleOf(inner)]),
      )
    case 'array':
      return Array.from({ length: Math.max(shape.minItems ?? 0, 1) }, () => exampleOf(shape.items ?? {}))
    case 'string':
      return shape.format === 'uuid'
        ? '0199aa00-0000-7000-8000-000000000000'
        : 'x'.repeat(shape.minLength ?? 1)
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 1, 1)
    case 'boolean':
      return true
    default:
      return null
  }
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const long = JSON.stringify(Array.from({ length: 10_000 }, () => 'x'))

/** Values as text: not all of them can be had by turning a value into text. */
const hostile: readonly string[] = [
  'null',
  'true',
  '-0',
  '0.5',
  '-1',
  '9007199254740993',
  '1e999',
  '-1e999',
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udfff\\ud800"',
  '"\\u202e\\u2066"',
  '"\'; DROP TABLE tenants; --"',
  '"../../../../etc/passwd"',
  '"[object Object]"',
  '[]',
  '{}',
  '[null,[],{}]',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"toString":1,"valueOf":1,"length":-1}',
]

/** The same, but so large that each is tried seldom. */
const large: readonly string[] = [`"${'x'.repeat(200_000)}"`, nested(100_000), long]

const anyHostile = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom(...hostile) },
  { weight: 1, arbitrary: fc.constantFrom(...large) },
)

/** Texts that are refused whatever the operation is: no JSON, or nothing of an input. */
export const neverAnInput: readonly string[] = [
  '',
  ' ',
  '{',
  'undefined',
  'NaN',
  '[NaN]',
  '\u0000',
  '\ud800',
  '{"a":',
  '// {}',
  ...hostile.filter((text) => text !== '{}'),
  ...large,
]

const surplus = [
  '"surplus"',
  '"__proto__"',
  '"constructor"',
  '"prototype"',
  '"hasOwnProperty"',
  '"\\u0000"',
  '""',
]

type Spot = { readonly owner: unknown; readonly key: string | number }

/** Every place in a value where another could stand. */
function spotsOf(value: unknown): readonly Spot[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [{ owner: value, key }, ...spotsOf(inner)])
}

function ownersOf(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return []
  const own = Array.isArray(value) ? [] : [value]
  return [...own, ...Object.values(value).flatMap(ownersOf)]
}

/** The text of a value with one thing changed: `put` says what stands where. */
function spoilt(value: unknown, at: Spot, text: string): string {
  const mark = '\u0001here\u0001'
  const written = JSON.stringify(value, function mend(this: unknown, key: string, inner: unknown) {
    return this === at.owner && key === String(at.key) ? mark : inner
  })
  return written.replace(JSON.stringify(mark), () => text)
}

function withSurplus(value: unknown, owner: object, key: string, text: string): string {
  const mark = '\u0001more\u0001'
  const written = JSON.stringify(value, (_key, inner: unknown) =>
    inner === owner ? { ...owner, [mark]: 0 } : inner,
  )
  return written.replace(`${JSON.stringify(mark)}:0`, () => `${key}:${text}`)
}

/** Inputs with one thing wrong: another value somewhere, or a key that does not belong there. */
export function nearly(example: unknown): fc.Arbitrary<string> {
  const spots = spotsOf(example)
  const owners = ownersOf(example)
  const put = fc
    .tuple(fc.constantFrom(...spots, { owner: null, key: '' }), anyHostile)
    .map(([spot, text]) => (spot.owner === null ? text : spoilt(example, spot, text)))
  if (owners.length === 0) return put
  const add = fc
    .tuple(fc.constantFrom(...owners), fc.constantFrom(...surplus), anyHostile)
    .map(([owner, key, text]) => withSurplus(example, owner, key, text))
  return fc.oneof({ weight: 2, arbitrary: put }, { weight: 1, arbitrary: add })
}
