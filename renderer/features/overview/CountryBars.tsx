import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Counts } from '@shared/features/reports/figures'
import { codeLabel } from '@shared/kernel/code-lists'
import { useFormat } from '../../i18n/format'
import { Card, EmptyState } from '../../ui'

const SHOWN = 7

/** Active tenants by the country their capital comes from; a bar opens its tenants. */
export function CountryBars({ counts }: { readonly counts: Counts }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const sorted = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
  const most = sorted[0]?.[1] ?? 1
  const rest = sorted.slice(SHOWN).reduce((sum, [, count]) => sum + count, 0)
  return (
    <Card title={t('countries')}>
      {sorted.length === 0 && <EmptyState title={t('countriesEmpty')} />}
      <ul className="overview-bars">
        {sorted.slice(0, SHOWN).map(([code, count]) => (
          <li key={code}>
            <Link to="/tenants" search={{ filter: tenantsOf(code) }} className="overview-bar">
              <span className="overview-bar-name">{codeLabel('country', code, format.language)}</span>
              <span className="overview-bar-track">
                <span className="overview-bar-fill" style={{ inlineSize: `${(count / most) * 100}%` }} />
              </span>
              <span className="overview-bar-count numeric">{format.integer(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="overview-bars-rest">{t('countriesRest', { count: rest })}</p>}
    </Card>
  )
}

function tenantsOf(country: string) {
  return { view: 'active', conditions: [{ field: 'country', in: [country] }] }
}
