import { useTranslation } from 'react-i18next'
import { goodsSum } from '@shared/features/details/declaration-findings'
import { linesOf, type Line, type PartContent } from '@shared/features/details/part'
import { parts } from '@shared/features/details/parts'
import { detailLabel } from '@shared/features/details/words'
import { codeLabel } from '@shared/kernel/code-lists'
import { useRights } from '../../api/session'
import { useFormat, type Format } from '../../i18n/format'
import { amountText, detailText, fieldsOf } from './detail-text'

const goodsFields = fieldsOf(parts.declaration, 'goodsLines')

/** The goods of a declaration, a line each, with their sums. */
export function GoodsTable({ content }: { readonly content: PartContent }) {
  const { t } = useTranslation('details')
  const format = useFormat()
  const mayAmounts = useRights().has('requests.finance')
  const goods = linesOf(content, 'goodsLines')
  if (goods.length === 0) return null
  const label = (field: string) => detailLabel('goodsLines', field, format.language)
  return (
    <section>
      <h3>{t('list.goodsLines')}</h3>
      <table className="details-table">
        <thead>
          <tr>
            <th scope="col" className="details-number">
              {t('number')}
            </th>
            <th scope="col">{label('description')}</th>
            <th scope="col" className="details-figure">
              {label('quantity')}
            </th>
            <th scope="col" className="details-figure">
              {label('grossWeight')}
            </th>
            <th scope="col" className="details-figure">
              {label('netWeight')}
            </th>
            {mayAmounts && (
              <th scope="col" className="details-figure">
                {label('value')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {goods.map((line, index) => (
            <GoodsRow key={line.line} line={line} index={index} mayAmounts={mayAmounts} />
          ))}
        </tbody>
        {goods.length > 1 && <Sums content={content} mayAmounts={mayAmounts} />}
      </table>
    </section>
  )
}

/** Code, origin, duty and preference in one quiet line below the description. */
function asideOf(values: Line['values'], format: Format): string {
  const text = (field: string) => detailText(goodsFields, field, values, format)
  const { origin } = values
  const duty = text('dutyRate')
  return [
    text('hsCode'),
    typeof origin === 'string' ? codeLabel('country', origin, format.language) : '',
    duty === '' ? '' : `${duty}\u00a0%`,
    text('preference'),
  ]
    .filter(Boolean)
    .join(' · ')
}

type RowProps = { readonly line: Line; readonly index: number; readonly mayAmounts: boolean }

function GoodsRow({ line: { values }, index, mayAmounts }: RowProps) {
  const format = useFormat()
  const text = (field: string) => detailText(goodsFields, field, values, format)
  const price = text('unitPrice')
  return (
    <tr>
      <td className="details-number">{index + 1}</td>
      <td>
        {text('description')}
        <small>{asideOf(values, format)}</small>
      </td>
      <td className="details-figure">
        {text('quantity')} {text('unit')}
      </td>
      <td className="details-figure">{text('grossWeight')}</td>
      <td className="details-figure">{text('netWeight')}</td>
      {mayAmounts && (
        <td className="details-figure">
          {amountText(values['value'], null, format)}
          {price !== '' && <small>× {price}</small>}
        </td>
      )}
    </tr>
  )
}

function Sums({ content, mayAmounts }: { readonly content: PartContent; readonly mayAmounts: boolean }) {
  const { t } = useTranslation('details')
  const format = useFormat()
  const weight = (field: string) => {
    const sum = goodsSum(content, field)
    return sum === null ? '' : format.decimal(sum, 3)
  }
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={3}>
          {t('sums')}
        </th>
        <td className="details-figure">{weight('grossWeight')}</td>
        <td className="details-figure">{weight('netWeight')}</td>
        {mayAmounts && (
          <td className="details-figure">
            {amountText(goodsSum(content, 'value'), content.head['currency'], format)}
          </td>
        )}
      </tr>
    </tfoot>
  )
}
