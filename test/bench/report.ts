import { monthPeriod, periodInstants, previousPeriod } from '@shared/kernel/period'
import { openReadable } from '../../electron/data/connection'
import { countFigures } from '../../electron/features/reports'
import { barePeriod, bareTrend } from './bare-report'
import { interleaved, median, printBudget } from './measure'
import { benchNow, benchPark } from './parks'

const rounds = 7
const month = '2026-10'
const zone = 'Asia/Almaty'

/** All figures of a monthly report – the month, the one before, twelve months of trend – against the same sums in SQL. */
export function reportBench(): void {
  const db = openReadable(benchPark(1_000_000))
  const period = monthPeriod(month)
  const periods = [period, previousPeriod(period)]
  const months = [period]
  while (months.length < 12) months.push(previousPeriod(months.at(-1) ?? period))
  const bare = () => ({
    periods: periods.map((one) => barePeriod(db, one, periodInstants(one, zone))),
    trend: months.map((one) => bareTrend(db, periodInstants(one, zone))),
  })
  const figures = () => countFigures(db, 'monthly', month, benchNow)
  mustAgree(figures().current.requests, bare().periods[0])
  const [ours = [], theirs = []] = interleaved(rounds, [figures, bare])
  db.close()
  const figure = median(ours)
  const reference = median(theirs)
  printBudget({
    budget: 'monthly report figures, 1,000,000 requests',
    figure,
    unit: 'ms',
    reference,
    limit: '≤ 1.5 ×',
    ok: figure <= 1.5 * reference,
    detail: { reference: 'the same sums, one plain statement for each register and period', rounds },
  })
}

type Requests = ReturnType<typeof countFigures>['current']['requests']

/** A reference that counted something else would be none. */
function mustAgree(ours: Requests, bare: ReturnType<typeof barePeriod> | undefined): void {
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((total, count) => total + count, 0)
  const pairs = [
    [sum(ours.received), bare?.received],
    [sum(ours.closed), bare?.closed],
    [ours.openAtEnd, bare?.openAtEnd],
    [ours.onTime, bare?.onTime],
    [sum(ours.customsValue), bare?.customsValue],
    [Math.round(ours.turnaroundMedian ?? 0), Math.round((bare?.median ?? 0) / 3_600_000)],
  ]
  if (pairs.some(([own, other]) => own !== other)) throw new Error(`figures differ: ${JSON.stringify(pairs)}`)
}
