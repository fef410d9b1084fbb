import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { linesOf, type Line, type PartContent } from '@shared/features/details/part'
import { exceptionMilestones } from '@shared/features/details/shipment'
import { useCodeMeaning } from '../../api/code-words'
import { useFormat, type Format } from '../../i18n/format'
import { useNow } from '../../ui'

const exceptions: ReadonlySet<unknown> = new Set(exceptionMilestones)
const minute = 60_000

/** How far a shipment is: what it has passed, what is next, and how much too late or early. */
export function Milestones({ content }: { readonly content: PartContent }) {
  const { t } = useTranslation('details')
  const milestones = linesOf(content, 'milestones')
  if (milestones.length === 0) return null
  const next = milestones.find(({ values }) => (values['actualAt'] ?? null) === null)
  return (
    <section>
      <h3>{t('list.milestones')}</h3>
      <ol className="milestones">
        {milestones.map((line) => (
          <Milestone key={line.line} line={line} isNext={line === next} />
        ))}
      </ol>
    </section>
  )
}

function stateOf({ values }: Line, isNext: boolean): 'problem' | 'done' | 'next' | 'later' {
  if (exceptions.has(values['milestone'])) return 'problem'
  if ((values['actualAt'] ?? null) !== null) return 'done'
  return isNext ? 'next' : 'later'
}

function Milestone({ line, isNext }: { readonly line: Line; readonly isNext: boolean }) {
  const { t } = useTranslation('details')
  const format = useFormat()
  const now = useNow()
  const meaningOf = useCodeMeaning()
  const { values } = line
  const code = String(values['milestone'] ?? '')
  const [planned, actual] = [values['plannedAt'], values['actualAt']]
  const at = typeof actual === 'number' ? actual : planned
  const delay = delayWords(planned, actual, now, t, format)
  const beside = [values['place'], values['note']].filter(Boolean).join(' · ')
  return (
    <li className={`milestone-${stateOf(line, isNext)}`} aria-current={isNext ? 'step' : undefined}>
      <strong>{meaningOf('milestone', code) ?? code}</strong>
      <span className="numeric">
        {typeof at === 'number' ? format.instant(at) : t('milestone.unplanned')}
        {typeof actual !== 'number' && typeof at === 'number' && ` · ${t('milestone.planned')}`}
      </span>
      {delay !== undefined && <span className={`milestone-${delay.tone}`}>{delay.words}</span>}
      {beside !== '' && <small>{beside}</small>}
    </li>
  )
}

type Delay = { readonly words: string; readonly tone: 'late' | 'early' }

function delayWords(
  planned: unknown,
  actual: unknown,
  now: number,
  t: TFunction<'details'>,
  format: Format,
): Delay | undefined {
  if (typeof planned !== 'number') return undefined
  const isDone = typeof actual === 'number'
  const late = (isDone ? actual : now) - planned
  if (Math.abs(late) < minute || (!isDone && late < 0)) return undefined
  const time = spanWords(Math.abs(late), t, format)
  if (late < 0) return { words: t('milestone.early', { time }), tone: 'early' }
  return { words: t(isDone ? 'milestone.late' : 'milestone.overdue', { time }), tone: 'late' }
}

function spanWords(ms: number, t: TFunction<'details'>, format: Format): string {
  const minutes = Math.floor(ms / minute)
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)]
  return days > 0
    ? t('days', { days: format.integer(days), hours: String(hours) })
    : t('hours', { hours: String(hours), minutes: String(minutes % 60) })
}
