import type { FieldProblem } from '../../contract/result'
import { declarationFindings } from './declaration-findings'
import type { Finding, FindingCode } from './finding'
import type { PartContent } from './part'
import type { PartName } from './parts'
import { matterFindings } from './matter-findings'
import { shipmentFindings } from './shipment-findings'

const rules: Readonly<Record<PartName, (content: PartContent) => Finding[]>> = {
  declaration: declarationFindings,
  shipment: shipmentFindings,
  matter: matterFindings,
}

/** Everything there is to say about a part's content. */
export function findingsOf(part: PartName, content: PartContent): readonly Finding[] {
  return rules[part](content)
}

const failures = {
  required: 'required',
  order: 'inconsistent_dates',
  netAboveGross: 'out_of_range',
} as const satisfies Partial<Record<FindingCode, FieldProblem['code']>>

/** What keeps a content from being stored, as the bridge tells it. */
export function refusedProblems(part: PartName, content: PartContent): FieldProblem[] {
  return findingsOf(part, content)
    .filter(({ refused }) => refused)
    .map(({ path, code, params }) => ({
      path,
      code: Object.hasOwn(failures, code) ? failures[code as keyof typeof failures] : 'invalid_input',
      params,
    }))
}
