import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import type { FieldSpecs } from '../../kernel/field'
import { fieldSchema } from '../../kernel/record-schema'
import type { PartContent, PartSpec } from './part'
import { parts, type PartName } from './parts'

/** What hangs on a request beside the register's fields. */
export type Details = {
  /** Null: requests of this type carry nothing more. */
  readonly part: PartName | null
  /** Version of the request, which grows with every change of its details, too. */
  readonly version: number
  /** Null: nothing was ever stored. What somebody may not see is left out. */
  readonly content: PartContent | null
}

const values = (specs: FieldSpecs) =>
  z.strictObject(
    Object.fromEntries(Object.entries(specs).map(([field, spec]) => [field, fieldSchema(spec).optional()])),
  )

/** A line's number for good, or null for one that has none yet. */
const lineNumber = z.number().int().min(1).max(1_000_000).nullable()

/**
 * A part with all its lines in their order; a line that is missing is removed. A field that is absent keeps its value, so
 * that nobody empties what they do not see.
 */
const partInput = ({ head, lists }: PartSpec) =>
  z.strictObject({
    id: z.uuid(),
    version: z.number().int().min(1),
    head: values(head),
    lines: z.strictObject(
      Object.fromEntries(
        lists.map(({ name, fields, most }) => [
          name,
          z.array(z.strictObject({ line: lineNumber, values: values(fields) })).max(most),
        ]),
      ),
    ),
  })

const save = (part: PartName) =>
  command({ right: 'requests.write', input: partInput(parts[part]), output: answers<Details>() })

/** Errors of saving: `changed_meanwhile`, `not_found`, `invalid_input` with the fields that are wrong. */
export const detailsContract = {
  get: query({
    right: 'requests.read',
    input: z.strictObject({ id: z.uuid() }),
    output: answers<Details>(),
  }),
  saveDeclaration: save('declaration'),
  saveShipment: save('shipment'),
  saveMatter: save('matter'),
}
