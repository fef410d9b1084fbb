import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDay, WorkingWeek } from '@shared/features/clocks/calendar'
import { holidayCountries, holidaysOf, holidayYears, withDays } from '@shared/features/clocks/holidays'
import { codeLabel } from '@shared/kernel/code-lists'
import { usePark } from '../../api/park'
import { useFormat } from '../../i18n/format'
import { Tag, useNotify } from '../../ui'

type Props = {
  readonly days: readonly CalendarDay[]
  readonly week: WorkingWeek
  readonly year: number
  readonly onTaken: (days: readonly CalendarDay[], year: number) => void
}

/** Takes the holidays of a country's year over; says beforehand how far they can be relied on. */
export function TakeOver({ days, week, year: shownYear, onTaken }: Props) {
  const { t } = useTranslation('clocks')
  const { language } = useFormat()
  const park = usePark()
  const notify = useNotify()
  const [country, setCountry] = useState(
    park.country !== null && holidayCountries.includes(park.country) ? park.country : 'CN',
  )
  const offered = holidayYears(country)
  const [chosen, setChosen] = useState<number | null>(null)
  const year =
    chosen ??
    (offered.some((each) => each.year === shownYear) ? shownYear : (offered.at(-1)?.year ?? shownYear))
  const facts = offered.find((each) => each.year === year)
  const take = () => {
    const merged = withDays(days, holidaysOf(country, year, week))
    notify.show({ tone: 'good', text: t('take.done', { count: merged.length - days.length }) })
    onTaken(merged, year)
  }
  return (
    <fieldset className="clocks-take">
      <legend>{t('take.title')}</legend>
      <Select
        aria-label={t('take.country')}
        value={country}
        onChange={(next: string) => setCountry(next)}
        showSearch={{ optionFilterProp: 'label' }}
        options={holidayCountries.map((value) => ({ value, label: codeLabel('country', value, language) }))}
      />
      <Select
        aria-label={t('take.year')}
        value={year}
        onChange={(next: number) => setChosen(next)}
        options={offered.map(({ year }) => ({ value: year, label: String(year) }))}
      />
      <Button onClick={take}>{t('take.button')}</Button>
      {facts?.gap == null ? (
        <Tag tone="good">{t('take.verified')}</Tag>
      ) : (
        <span className="clocks-gap">{t(`gap.${facts.gap}`)}</span>
      )}
      {facts !== undefined && <span className="clocks-source">{facts.source}</span>}
    </fieldset>
  )
}
