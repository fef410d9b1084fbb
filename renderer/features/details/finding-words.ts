import type { TFunction } from 'i18next'
import type { Finding } from '@shared/features/details/finding'
import type { NumberForm } from '@shared/features/details/numbers'
import { detailLabel } from '@shared/features/details/words'
import type { ListName, PartName } from '@shared/features/details/part'
import type { Format } from '../../i18n/format'
import { weightText } from './detail-text'

type Words = TFunction<'details'>

/** Where in a part something is: in its head, or in a line of a list (from 0). */
export type Place =
  | { readonly list: undefined; readonly field: string }
  | { readonly list: ListName; readonly index: number; readonly field: string }

/** Reads the place of a finding or of a problem the other side has named. */
export function placeOf(path: string): Place | undefined {
  const [first, second = '', third = '', fourth = ''] = path.split('.')
  if (first === 'head') return { list: undefined, field: second }
  if (first !== 'lines') return undefined
  return { list: second as ListName, index: Number(third), field: fourth }
}

/** What a place is called in a list of problems. */
export function placeWords(part: PartName, place: Place, t: Words, format: Format): string {
  if (place.list === undefined) return detailLabel(part, place.field, format.language)
  const { list, index, field } = place
  return t('listField', {
    list: t(`list.${list}`),
    number: index + 1,
    field: detailLabel(list, field, format.language),
  })
}

/** Figures are grams where they are weights, and minor units elsewhere. */
function figure(path: string, value: unknown, t: Words, format: Format): string {
  return path.endsWith('Weight') ? weightText(Number(value), t, format) : format.decimal(Number(value), 2, 2)
}

/** A finding in words: what is wrong, and what is allowed. */
export function findingWords(part: PartName, { path, code, params = {} }: Finding, t: Words, format: Format) {
  const place = placeOf(path)
  const owner = place?.list ?? part
  const label = (field: unknown) => detailLabel(owner, String(field), format.language)
  switch (code) {
    case 'required':
      return params['other'] === undefined
        ? t('finding.requiredPlain')
        : t('finding.required', { other: label(params['other']) })
    case 'order':
      return t('finding.order', { other: label(params['other']) })
    case 'shape':
    case 'date':
      return t(`finding.${code}`, { form: t(`form.${params['allowed'] as NumberForm}`) })
    case 'netAboveGross':
      return t('finding.netAboveGross', {
        gross: format.decimal(Number(params['gross']), 3),
        net: format.decimal(Number(params['net']), 3),
      })
    case 'sum':
      return t('finding.sum', {
        sum: figure(path, params['sum'], t, format),
        stated: figure(path, params['stated'], t, format),
      })
    case 'product':
      return t('finding.product', {
        product: figure(path, params['product'], t, format),
        stated: figure(path, params['stated'], t, format),
      })
    case 'milestoneOrder': {
      const milestone = String(params['milestone'])
      return t('finding.milestoneOrder', {
        milestone: milestone,
        at: format.instant(Number(params['at'])),
      })
    }
    default:
      return t(`finding.${code}`, params)
  }
}
