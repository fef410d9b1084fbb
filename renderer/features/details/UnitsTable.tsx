import { useTranslation } from 'react-i18next'
import { unitNumberProblem } from '@shared/features/details/numbers'
import { linesOf, type Line, type PartContent } from '@shared/features/details/part'
import { parts } from '@shared/features/details/parts'
import { detailLabel } from '@shared/features/details/words'
import { useFormat } from '../../i18n/format'
import { Tag } from '../../ui'
import { detailText, fieldsOf } from './detail-text'
import { PlainTable, type PlainColumn } from './PlainTable'

const unitFields = fieldsOf(parts.shipment, 'transportUnits')

/** Containers, wagons and vehicles with how their numbers stand their check. */
export function UnitsTable({ content }: { readonly content: PartContent }) {
  const { t } = useTranslation('details')
  const format = useFormat()
  const units = linesOf(content, 'transportUnits')
  if (units.length === 0) return null
  const column = (field: string, figure = false): PlainColumn<Line> => ({
    key: field,
    label: detailLabel('transportUnits', field, format.language),
    figure,
    cell: ({ values }) => detailText(unitFields, field, values, format),
  })
  const columns: PlainColumn<Line>[] = [
    column('kind'),
    { ...column('number'), cell: unitNumber },
    column('type'),
    column('seal'),
    column('grossWeight', true),
    column('tareWeight', true),
  ]
  return <PlainTable title={t('list.transportUnits')} columns={columns} rows={units} />
}

function unitNumber({ values }: Line) {
  return <UnitNumber values={values} />
}

function UnitNumber({ values }: Pick<Line, 'values'>) {
  const { t } = useTranslation('registers')
  const number = String(values['number'] ?? '')
  const isWrong = unitNumberProblem(values['kind'], number) !== undefined
  return (
    <>
      <span className="numeric">{number}</span> {isWrong && <Tag tone="attention">{t('check.error')}</Tag>}
    </>
  )
}
