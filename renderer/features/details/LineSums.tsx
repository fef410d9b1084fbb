import { useTranslation } from 'react-i18next'
import { specOf, type LinesSpec } from '@shared/features/details/part'
import { useFormat, type Format } from '../../i18n/format'
import { valueText } from '../../i18n/field-value'
import { readValue } from '../../ui/form'
import type { RawLine } from './raw-details'

/** Fields whose figures add up to something. */
const summed = new Set(['grossWeight', 'netWeight', 'value', 'packages', 'volume', 'tareWeight'])

function sumWords(list: LinesSpec, field: string, lines: readonly RawLine[], format: Format): string {
  const spec = specOf(list.fields, field)
  if (spec === undefined || !summed.has(field)) return ''
  const figures = lines.flatMap(({ values }) => {
    const reading = readValue(spec, values[field] ?? '', { path: '', required: false, zone: format.timeZone })
    return reading.ok && typeof reading.value === 'number' ? [reading.value] : []
  })
  if (figures.length === 0) return ''
  return valueText(
    spec,
    figures.reduce((sum, figure) => sum + figure, 0),
    format,
  )
}

type Props = {
  readonly list: LinesSpec
  readonly fields: readonly string[]
  readonly lines: readonly RawLine[]
}

/** The sums of a table's figures, as far as they are filled in. */
export function LineSums({ list, fields, lines }: Props) {
  const { t } = useTranslation('details')
  const format = useFormat()
  if (!fields.some((field) => summed.has(field))) return null
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={2}>
          {t('sums')}
        </th>
        {fields.slice(1).map((field) => (
          <td key={field} className="lines-figure">
            {sumWords(list, field, lines, format)}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
