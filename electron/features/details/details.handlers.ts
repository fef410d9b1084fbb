import type { Details } from '@shared/features/details/details.contract'
import type { PartContent, PartSpec } from '@shared/features/details/part'
import { hiddenOf, parts, partNameOf, type PartName } from '@shared/features/details/parts'
import type { FieldSpecs } from '@shared/kernel/field'
import type { AnyValues } from '@shared/kernel/registers'
import type { CommandContext, Handlers, QueryContext } from '../../data/handlers'
import { mustSeeRecord, writeContext, type Rights } from '../../data/records'
import { inStep } from '../../data/undo-steps'
import { readPart } from './details.repo'
import { saveDetails, type GivenContent } from './save-details'

/** What somebody may see of a request's details. Errors: `not_found`. */
function detailsOf({ db, session }: QueryContext, id: string): Details {
  const record = mustSeeRecord(db, 'requests', id, session.rights)
  const part = partNameOf(record['type'])
  if (part === undefined) return { part: null, version: record.version, content: null }
  const content = readPart(db, parts[part], id)
  return {
    part,
    version: record.version,
    content: content ? shownContent(parts[part], content, session.rights) : null,
  }
}

function shownContent({ head, lists }: PartSpec, content: PartContent, rights: Rights): PartContent {
  const lines = lists.map(({ name, fields }) => [
    name,
    content.lines[name]?.map(({ line, values }) => ({ line, values: shownValues(fields, values, rights) })),
  ])
  return {
    head: shownValues(head, content.head, rights),
    lines: Object.fromEntries(lines) as PartContent['lines'],
  }
}

function shownValues(specs: FieldSpecs, values: AnyValues, rights: Rights): AnyValues {
  const hidden = hiddenOf(specs, rights)
  if (hidden.length === 0) return values
  return Object.fromEntries(Object.entries(values).filter(([field]) => !hidden.includes(field)))
}

type Input = { readonly id: string; readonly version: number } & {
  readonly head: Readonly<Record<string, unknown>>
  readonly lines: Readonly<Record<string, unknown>>
}

const save =
  (part: PartName) =>
  ({ id, version, head, lines }: Input, context: CommandContext): Details => {
    // The contract has checked both by the declarations of the part.
    const given = { head, lines } as GivenContent
    const { db, session } = context
    const saving = { id, part, version, given }
    inStep(context, () => saveDetails(db, saving, session.rights, writeContext(context)))
    context.changed('requests')
    return detailsOf(context, id)
  }

export const detailsHandlers: Handlers<'details'> = {
  get: ({ id }, context) => detailsOf(context, id),
  saveDeclaration: save('declaration'),
  saveShipment: save('shipment'),
  saveMatter: save('matter'),
}
