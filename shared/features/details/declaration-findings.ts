import type { AnyValues } from '../../kernel/registers'
import { hint, needed, numberHint, numberIn, refusal, type Finding } from './finding'
import {
  declarationNumberProblem,
  digitsProblem,
  eaeuTerritories,
  goodsCodeProblem,
  type NumberProblem,
} from './numbers'
import { linesOf, type PartContent } from './part'

/** Sums that differ by no more are the same: 0.01 kg in grams, 0.01 of a currency in minor units. */
const tolerance = { grossWeight: 10, netWeight: 10, value: 1 } as const

/** The head's figure that each of the goods' figures must add up to. */
const sums = [
  ['grossWeight', 'grossWeight'],
  ['netWeight', 'netWeight'],
  ['value', 'invoiceTotal'],
] as const

/** Number and date that a declaration has once it is declared; one that is released or paid for has been. */
export function declaredFindings(head: AnyValues): Finding[] {
  const later = ['releasedAt', 'paidAt'].find((field) => (head[field] ?? null) !== null)
  if (later !== undefined) {
    return [...needed(head, 'head', 'declarationNo', later), ...needed(head, 'head', 'declaredAt', later)]
  }
  return (head['declarationNo'] ?? null) === null ? [] : needed(head, 'head', 'declaredAt', 'declarationNo')
}

/** What there is to say about a customs declaration. */
export function declarationFindings(content: PartContent): Finding[] {
  const { head } = content
  const goods = linesOf(content, 'goodsLines')
  return [
    ...headNumbers(head),
    ...declaredFindings(head),
    ...releaseOrder(head),
    ...netAboveGross(head, 'head'),
    ...currencies(content),
    ...sumFindings(content),
    ...goods.flatMap(({ values }, index) => goodsFindings(values, `lines.goodsLines.${index}`)),
  ]
}

function headNumbers(head: AnyValues): Finding[] {
  const territory = head['territory']
  const isEaeu = eaeuTerritories.has(territory)
  const digits = (form: 'procedure' | 'movementFeature' | 'supervisionMode') => (raw: string) =>
    digitsProblem(form, raw)
  return [
    ...numberHint(head, 'head', 'declarationNo', (raw) => declarationNumberProblem(territory, raw)),
    ...(isEaeu
      ? [
          ...numberHint(head, 'head', 'procedure', digits('procedure')),
          ...numberHint(head, 'head', 'previousProcedure', digits('procedure')),
          ...numberHint(head, 'head', 'movementFeature', digits('movementFeature')),
        ]
      : []),
    ...(territory === 'CN' ? numberHint(head, 'head', 'supervisionMode', digits('supervisionMode')) : []),
  ]
}

function releaseOrder(head: AnyValues): Finding[] {
  const [declared, released] = [numberIn(head, 'declaredAt'), numberIn(head, 'releasedAt')]
  if (declared === null || released === null || released >= declared) return []
  return [refusal('head.releasedAt', 'order', { other: 'declaredAt' })]
}

function netAboveGross(values: AnyValues, place: string): Finding[] {
  const [gross, net] = [numberIn(values, 'grossWeight'), numberIn(values, 'netWeight')]
  if (gross === null || net === null || net <= gross) return []
  return [refusal(`${place}.netWeight`, 'netAboveGross', { gross, net })]
}

function currencies(content: PartContent): Finding[] {
  const { head } = content
  const priced = linesOf(content, 'goodsLines').some(({ values }) => numberIn(values, 'value') !== null)
  const paid = ['duty', 'vat'].find((field) => numberIn(head, field) !== null)
  return [
    ...(priced || numberIn(head, 'invoiceTotal') !== null
      ? needed(head, 'head', 'currency', 'invoiceTotal')
      : []),
    ...(paid === undefined ? [] : needed(head, 'head', 'paymentCurrency', paid)),
  ]
}

/** The sum of a field over all goods; null where one of them, or all, has none. */
export function goodsSum(content: PartContent, field: string): number | null {
  const goods = linesOf(content, 'goodsLines')
  const figures = goods.map(({ values }) => numberIn(values, field))
  if (figures.length === 0 || figures.includes(null)) return null
  return figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0)
}

function sumFindings(content: PartContent): Finding[] {
  return sums.flatMap(([field, total]) => {
    const [sum, stated] = [goodsSum(content, field), numberIn(content.head, total)]
    if (sum === null || stated === null || Math.abs(sum - stated) <= tolerance[field]) return []
    return [hint(`head.${total}`, 'sum', { sum, stated })]
  })
}

function goodsFindings(values: AnyValues, place: string): Finding[] {
  return [
    ...numberHint(values, place, 'hsCode', goodsCode),
    ...netAboveGross(values, place),
    ...productFinding(values, place),
  ]
}

const goodsCode = (raw: string): NumberProblem | undefined => goodsCodeProblem(raw)

/** Quantity in thousandths, price in ten-thousandths, value in hundredths. */
function productFinding(values: AnyValues, place: string): Finding[] {
  const [quantity, price, value] = ['quantity', 'unitPrice', 'value'].map((field) => numberIn(values, field))
  if (quantity == null || price == null || value == null) return []
  // Both may be large: the product in 10⁻⁷, rounded half up to hundredths.
  const product = Number((BigInt(quantity) * BigInt(price) + 50_000n) / 100_000n)
  if (Math.abs(product - value) <= 1) return []
  return [hint(`${place}.value`, 'product', { product, stated: value })]
}
