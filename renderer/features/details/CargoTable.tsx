import { useTranslation } from 'react-i18next'
import { linesOf, type Line, type PartContent } from '@shared/features/details/part'
import { parts } from '@shared/features/details/parts'
import { detailLabel } from '@shared/features/details/words'
import { useFormat } from '../../i18n/format'
import { detailText, fieldsOf } from './detail-text'
import { PlainTable, type PlainColumn } from './PlainTable'

const cargoFields = fieldsOf(parts.shipment, 'cargoLines')
const figures = new Set(['packages', 'grossWeight', 'volume'])

/** The goods that go with a shipment. */
export function CargoTable({ content }: { readonly content: PartContent }) {
  const { t } = useTranslation('details')
  const format = useFormat()
  const cargo = linesOf(content, 'cargoLines')
  if (cargo.length === 0) return null
  const columns = Object.keys(cargoFields).map((field): PlainColumn<Line> => ({
    key: field,
    label: detailLabel('cargoLines', field, format.language),
    figure: figures.has(field),
    cell: ({ values }) => detailText(cargoFields, field, values, format),
  }))
  return <PlainTable title={t('list.cargoLines')} columns={columns} rows={cargo} />
}
