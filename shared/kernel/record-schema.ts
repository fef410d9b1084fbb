import { z } from 'zod'
import { maximumMany } from '../contract/many'
import { filterSchema } from '../contract/page'
import { codesOf } from './code-lists'
import { codeTableLengths, maximumMinorUnits, maximumScaled, type FieldSpec } from './field'
import { fieldEntries, type RegisterName } from './registers'
import { sanitiseLine, sanitiseParagraphs } from './text'

/** Instants accepted anywhere: 1900 to 2200, in milliseconds since 1970. */
const instantSchema = z.number().int().min(-2_208_988_800_000).max(7_258_118_400_000)

/** The days from 1900 to 2200, as an import takes them; `YYYY-MM-DD` sorts as the days do. */
const dateSchema = z.string().check((context) => {
  if (context.value >= '1900-01-01' && context.value <= '2200-12-31') return
  context.issues.push({ code: 'too_big', origin: 'date', maximum: 2200, input: context.value })
})

/** Made once for each declaration: a form of hundreds of lines reads every one of its fields at every key. */
const schemas = new WeakMap<FieldSpec, z.ZodType>()

/** The schema of one field's stored value. */
export function fieldSchema(spec: FieldSpec): z.ZodType {
  let schema = schemas.get(spec)
  if (schema === undefined) {
    const present = presentSchema(spec)
    schema = spec.required ? present : present.nullable()
    schemas.set(spec, schema)
  }
  return schema
}

function presentSchema(spec: FieldSpec): z.ZodType {
  switch (spec.kind) {
    case 'text':
      return z
        .string()
        .transform(spec.long === true ? sanitiseParagraphs : sanitiseLine)
        .pipe(z.string().min(1).max(spec.maxLength))
    case 'code':
      return z.string().transform(sanitiseLine).pipe(z.string().min(1).max(codeTableLengths[spec.list]))
    case 'choice':
      return z.enum(codesOf(spec.list))
    case 'date':
      return z.iso.date().pipe(dateSchema)
    case 'instant':
      return instantSchema
    case 'decimal':
      return z.number().int().min(0).max(maximumScaled)
    case 'money':
      return z.number().int().min(0).max(maximumMinorUnits)
    case 'integer':
      return z.number().int().min(spec.min).max(spec.max)
    case 'tenant':
      return z.uuid()
  }
}

/** Fields the program fills when a form or a workbook leaves them empty: a number, a status, a priority. */
const filledWhenAbsent: Readonly<Record<RegisterName, readonly string[]>> = {
  tenants: [],
  requests: ['reference', 'status', 'priority'],
  incidents: ['reference', 'status'],
}

/** Whether somebody must give this field a value when creating a record. */
export function mustBeGiven(register: RegisterName, name: string, spec: FieldSpec): boolean {
  return spec.required === true && !filledWhenAbsent[register].includes(name)
}

/** The inputs of the operations every register has; a value that is absent stays as it is, null empties it. */
export function recordInputs(register: RegisterName) {
  const create: Record<string, z.ZodType> = {}
  const change: Record<string, z.ZodType> = {}
  for (const [name, spec] of fieldEntries(register)) {
    const schema = fieldSchema(spec)
    change[name] = schema.optional()
    create[name] = mustBeGiven(register, name, spec) ? schema : schema.nullish()
  }
  const versioned = { id: z.uuid(), version: z.number().int().min(1) }
  const values = z.strictObject(change)
  return {
    id: z.strictObject({ id: z.uuid() }),
    versioned: z.strictObject(versioned),
    /** Records by their ids, or all that a filter leaves, and the values they are all to have. */
    previewMany: z.strictObject({
      target: z.union([
        z.strictObject({ ids: z.array(z.uuid()).min(1).max(maximumMany) }),
        z.strictObject({ filter: filterSchema }),
      ]),
      values,
    }),
    updateMany: z.strictObject({
      records: z.array(z.strictObject(versioned)).min(1).max(maximumMany),
      values,
    }),
    create: z.strictObject({ values: z.strictObject(create) }),
    update: z.strictObject({ ...versioned, values }),
  }
}
