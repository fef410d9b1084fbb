import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { PartContent, PartName } from '@shared/features/details/part'
import { hiddenOf, parts } from '@shared/features/details/parts'
import { detailLabel } from '@shared/features/details/words'
import { specOf } from '@shared/features/details/part'
import type { AnyValues } from '@shared/kernel/registers'
import { useCodeMeaning } from '../../api/code-words'
import { useRights } from '../../api/session'
import { useFormat, type Format } from '../../i18n/format'
import { detailText, weightText } from './detail-text'
import { groupsOf } from './groups'

type Fact = { readonly field: string; readonly label: string; readonly text: string; readonly long: boolean }

/** Fields that are told together with another one. */
const toldElsewhere = new Set([
  'previousProcedure',
  'movementFeature',
  'incotermPlace',
  'currency',
  'paymentCurrency',
])

type FactWords = {
  readonly t: TFunction<'details'>
  readonly format: Format
  readonly meaningOf: ReturnType<typeof useCodeMeaning>
}

function textOf(part: PartName, field: string, head: AnyValues, words: FactWords): string {
  const { t, format } = words
  const { head: specs } = parts[part]
  const plain = (name: string) => detailText(specs, name, head, format)
  const spec = specOf(specs, field)
  const withMeaning = (text: string) => {
    const meaning = spec?.kind === 'code' && text !== '' ? words.meaningOf(spec.list, text) : undefined
    return meaning === undefined ? text : `${text} · ${meaning}`
  }
  if (field === 'procedure') {
    return ['procedure', 'previousProcedure', 'movementFeature'].map(plain).filter(Boolean).join('\u00a0')
  }
  if (field === 'incoterm') return [plain('incoterm'), plain('incotermPlace')].filter(Boolean).join(' ')
  if (spec?.kind === 'money') {
    const [amount, currency] = [plain(field), plain(spec.currencyField)]
    return amount === '' ? '' : `${String(head[spec.currencyField] ?? currency)}\u00a0${amount}`
  }
  return spec?.kind === 'decimal' && spec.unit === 'kg'
    ? weightText(head[field], t, format)
    : withMeaning(plain(field))
}

/** What a part's head holds, group by group, as label and value; nothing of what is empty. */
export function HeadFacts({ part, content }: { readonly part: PartName; readonly content: PartContent }) {
  const { t } = useTranslation('details')
  const format = useFormat()
  const meaningOf = useCodeMeaning()
  const { head: specs } = parts[part]
  const hidden = hiddenOf(specs, useRights())
  const factsOf = (fields: readonly string[]): readonly Fact[] =>
    fields
      .filter((field) => !toldElsewhere.has(field))
      .map((field) => ({
        field,
        label:
          field === 'procedure' && content.head['previousProcedure'] != null
            ? t('box37')
            : detailLabel(part, field, format.language),
        text: textOf(part, field, content.head, { t, format, meaningOf }),
        long: specOf(specs, field)?.kind === 'text' && field === 'outcome',
      }))
      .filter(({ text }) => text !== '')
  const groups = groupsOf(part, hidden)
    .map(({ key, fields }) => ({ key, facts: factsOf(fields) }))
    .filter(({ facts }) => facts.length > 0)
  if (groups.length === 0) return null
  return (
    <div className="details-groups">
      {groups.map(({ key, facts }) => (
        <section key={key} aria-label={t(`group.${key}`)}>
          <h3>{t(`group.${key}`)}</h3>
          <dl>
            {facts.map(({ field, label, text, long }) => (
              <div key={field} className={long ? 'details-long' : undefined}>
                <dt className={long ? 'visually-hidden' : undefined}>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
