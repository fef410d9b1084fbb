import { useTranslation } from 'react-i18next'
import type { TrendMonth } from '@shared/features/reports/figures'
import type { RequestType } from '@shared/features/requests/request'
import { codeLabel } from '@shared/kernel/code-lists'
import { useFormat } from '../../i18n/format'

type Props = { readonly trend: readonly TrendMonth[]; readonly types: readonly RequestType[] }

/** The chart's numbers as a table for a screen reader. */
export function TrendTable({ trend, types }: Props) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  return (
    <div className="visually-hidden">
      <table>
        <caption>{t('trend')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('month')}</th>
            {types.map((type) => (
              <th key={type} scope="col">
                {codeLabel('requestType', type, format.language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trend.map(({ month, received }) => (
            <tr key={month}>
              <th scope="row">{format.month(month)}</th>
              {types.map((type) => (
                <td key={type}>{format.integer(received[type] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
