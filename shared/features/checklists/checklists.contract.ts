import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import { fieldSchema } from '../../kernel/record-schema'
import { sanitiseLine, sanitiseParagraphs } from '../../kernel/text'
import { requestTypes } from '../requests/request'
import { itemsMaximum, itemStatuses, needs, type Checklist, type Names } from './checklist'
import type { ChecklistTemplate } from './template'

/** A template as it is offered for a request. */
export type OfferedTemplate = { readonly id: string; readonly name: Names; readonly items: number }

export type ChecklistOf = {
  /** Null: the request has none yet. */
  readonly checklist: Checklist | null
  /** Templates for its type, the fitting ones first; empty where it has its list. */
  readonly offered: readonly OfferedTemplate[]
}

const lineSchema = z.string().transform(sanitiseLine).pipe(z.string().min(1).max(200))
const namesSchema = z.strictObject({ zh: lineSchema, ru: lineSchema, en: lineSchema })
const codesSchema = z.array(z.string().max(40)).max(40).optional()
const dateSchema = fieldSchema({ kind: 'date' })

const contentSchema = z.strictObject({
  type: z.enum(requestTypes),
  when: z.strictObject({ direction: codesSchema, transportMode: codesSchema }),
  name: namesSchema,
  items: z
    .array(z.strictObject({ need: z.enum(needs), name: namesSchema }))
    .min(1)
    .max(itemsMaximum),
  retired: z.boolean(),
})

const ofRequest = { requestId: z.uuid() }
const file = { ...ofRequest, itemId: z.uuid(), attachmentId: z.uuid() }

/** Papers a request needs: what is missing, what came, what was accepted. */
export const checklistsContract = {
  of: query({ right: 'requests.read', input: z.strictObject(ofRequest), output: answers<ChecklistOf>() }),
  /** Gives a request the papers of a template. Errors: `changed_meanwhile` where it has a list already. */
  start: command({
    right: 'requests.write',
    input: z.strictObject({ ...ofRequest, templateId: z.string().max(60) }),
    output: answers<ChecklistOf>(),
  }),
  /** Changes one paper; what is absent stays as it is. Errors: `invalid_input` (a reason that is missing, dates out of order), `changed_meanwhile`. */
  setItem: command({
    right: 'requests.write',
    input: z.strictObject({
      ...ofRequest,
      itemId: z.uuid(),
      version: z.number().int().min(1),
      status: z.enum(itemStatuses).optional(),
      need: z.enum(needs).optional(),
      reason: z.string().transform(sanitiseParagraphs).pipe(z.string().max(1000)).nullable().optional(),
      issuedOn: dateSchema.optional(),
      validTo: dateSchema.optional(),
    }),
    output: answers<ChecklistOf>(),
  }),
  /** Puts an attachment of the request into a paper's slot; a paper that was missing is received with it. */
  putFile: command({ right: 'requests.write', input: z.strictObject(file), output: answers<ChecklistOf>() }),
  /** Takes it out again; the attachment stays with the request. */
  takeFile: command({ right: 'requests.write', input: z.strictObject(file), output: answers<ChecklistOf>() }),
  templates: query({
    right: 'settings.write',
    input: z.strictObject({}),
    output: answers<readonly ChecklistTemplate[]>(),
  }),
  /** Saves a template as its next version; null: a new one. Errors: `changed_meanwhile`. */
  saveTemplate: command({
    right: 'settings.write',
    input: z.strictObject({
      id: z.string().max(60).nullable(),
      version: z.number().int().min(0),
      content: contentSchema,
    }),
    output: answers<ChecklistTemplate>(),
  }),
}
