import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { NavigationCounts } from '@shared/features/overview/overview.contract'
import { useApiQuery } from '../../api/client'
import { useMe, useRights } from '../../api/session'
import { useFormat } from '../../i18n/format'
import { Mark } from '../../ui'
import { sectionGroups, type Section, type SectionName } from './sections'
import './navigation.css'

/** Requests become overdue by the clock alone, without any change of rows. */
const RECOUNT = 5 * 60_000

/** The sections somebody may see, with their live counts. */
export function Navigation() {
  const { t } = useTranslation(['shell', 'common'])
  const counts = useApiQuery('overview', 'counts', {}, { refetchInterval: RECOUNT }).data
  const groups = useOwnSections()
  return (
    <nav className="nav no-print" aria-label={t('navigation')}>
      <div className="nav-brand">
        <Mark />
        <span>{t('common:product')}</span>
      </div>
      {groups.map((group) => (
        <ul key={group[0]?.name} className="nav-group">
          {group.map((section) => (
            <NavigationItem key={section.name} section={section} counts={counts} />
          ))}
        </ul>
      ))}
    </nav>
  )
}

function useOwnSections(): readonly (readonly Section[])[] {
  const rights = useRights()
  const hasAccounts = useMe()?.state === 'signedIn'
  return sectionGroups
    .map((group) =>
      group.filter(({ right, ofAccounts }) => rights.has(right) && (hasAccounts || ofAccounts !== true)),
    )
    .filter((group) => group.length > 0)
}

type ItemProps = { readonly section: Section; readonly counts: NavigationCounts | undefined }

function NavigationItem({ section, counts }: ItemProps) {
  const { t } = useTranslation('shell')
  const Icon = section.icon
  return (
    <li>
      <Link to={section.path} className="nav-item" activeProps={{ className: 'nav-item nav-item-active' }}>
        <Icon size={16} strokeWidth={1.6} aria-hidden />
        <span className="nav-label">{t(section.name)}</span>
        {counts !== undefined && <NavigationCount name={section.name} counts={counts} />}
      </Link>
    </li>
  )
}

/** Red is kept for what is overdue; everything else is a quiet number. */
function NavigationCount({
  name,
  counts,
}: {
  readonly name: SectionName
  readonly counts: NavigationCounts
}) {
  const { t } = useTranslation('shell')
  const format = useFormat()
  if (name === 'tenants') {
    return (
      <Count value={format.integer(counts.tenants)} words={t('countTenants', { count: counts.tenants })} />
    )
  }
  if (name === 'requests' && counts.requestsOverdue > 0) {
    const count = counts.requestsOverdue
    return <Count value={format.integer(count)} words={t('countOverdue', { count })} overdue />
  }
  const open = { requests: counts.requestsOpen, incidents: counts.incidentsOpen }
  if (name !== 'requests' && name !== 'incidents') return null
  return <Count value={format.integer(open[name])} words={t('countOpen', { count: open[name] })} />
}

type CountProps = { readonly value: string; readonly words: string; readonly overdue?: boolean }

function Count({ value, words, overdue = false }: CountProps) {
  return (
    <span className={overdue ? 'nav-count nav-count-overdue' : 'nav-count'} title={words}>
      <span aria-hidden>{value}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}
