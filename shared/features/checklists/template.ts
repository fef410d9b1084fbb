import shipped from '@resources/checklists/templates.json'
import type { AnyValues } from '../../kernel/registers'
import type { RequestType } from '../requests/request'
import type { Names, Need } from './checklist'

/** Fields of a request by which a template may be chosen beside its type. */
export const conditionFields = ['direction', 'transportMode'] as const
export type ConditionField = (typeof conditionFields)[number]

export type TemplateContent = {
  readonly type: RequestType
  /** Codes a field of the request must have for the template to be its own; an absent field may be anything. */
  readonly when: Readonly<Partial<Record<ConditionField, readonly string[]>>>
  readonly name: Names
  readonly items: readonly { readonly need: Need; readonly name: Names }[]
  /** Not offered any more. */
  readonly retired: boolean
}

/** A template with its version: each saving makes the next one, lists made before keep what they have. */
export type ChecklistTemplate = TemplateContent & { readonly id: string; readonly version: number }

/** The templates Parkdesk comes with; a park's own changes stand before them. */
export const shippedTemplates: readonly ChecklistTemplate[] = shipped.map((template) => ({
  ...template,
  type: template.type as RequestType,
  items: template.items.map(({ need, name }) => ({ need: need as Need, name })),
  version: 1,
  retired: false,
}))

function fits({ when }: ChecklistTemplate, values: AnyValues): boolean {
  return conditionFields.every((field) => {
    const codes = when[field]
    return codes === undefined || codes.length === 0 || codes.includes(String(values[field]))
  })
}

const conditions = ({ when }: ChecklistTemplate) =>
  conditionFields.filter((field) => (when[field]?.length ?? 0) > 0).length

/** The templates a request of these values can have, those that fit it best first. */
export function templatesFor(
  templates: readonly ChecklistTemplate[],
  values: AnyValues,
): readonly ChecklistTemplate[] {
  const rank = (template: ChecklistTemplate) => (fits(template, values) ? conditions(template) : -1)
  return templates
    .filter(({ type, retired }) => type === values['type'] && !retired)
    .toSorted((one, other) => rank(other) - rank(one))
}

/** The template that a new request of these values gets by itself; undefined where none fits. */
export function ownTemplate(
  templates: readonly ChecklistTemplate[],
  values: AnyValues,
): ChecklistTemplate | undefined {
  return templatesFor(templates, values).find((template) => fits(template, values))
}
