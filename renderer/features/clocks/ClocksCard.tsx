import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClockState, RequestClocks } from '@shared/features/clocks/clocks.contract'
import type { ClockName } from '@shared/features/clocks/due-times'
import { useApiQuery } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { Card, ErrorState, Skeleton, Tag, type Tone } from '../../ui'
import { WhyDialog } from './WhyDialog'
import { workWords } from './work-words'
import './clocks.css'

const minuteMs = 60_000

/** The clocks of a request: what was promised, what is used up and left, and why the deadline is when it is. */
export function ClocksCard({ id }: { readonly id: string }) {
  const { t } = useTranslation('clocks')
  const [why, setWhy] = useState<ClockName | null>(null)
  // What is used up and left goes on with the time.
  const query = useApiQuery('clocks', 'ofRequest', { id }, { refetchInterval: minuteMs })
  return (
    <Card title={t('card.title')}>
      {query.isPending && <Skeleton lines={6} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Clocks of={query.data} onWhy={setWhy} />}
      {why !== null && <WhyDialog id={id} clock={why} onClose={() => setWhy(null)} />}
    </Card>
  )
}

type ClocksProps = { readonly of: RequestClocks; readonly onWhy: (clock: ClockName) => void }

function Clocks({ of, onWhy }: ClocksProps) {
  const { t } = useTranslation('clocks')
  return (
    <div className="clocks-card">
      {of.clocks.map((state) => (
        <Clock key={state.clock} state={state} of={of} onWhy={onWhy} />
      ))}
      {of.uncovered.length > 0 && (
        <p className="clocks-gap">{t('card.uncovered', { years: of.uncovered.join(', ') })}</p>
      )}
    </div>
  )
}

function Clock({ state, of, onWhy }: ClocksProps & { readonly state: ClockState }) {
  const { t } = useTranslation('clocks')
  const name = t(`clock.${state.clock}`)
  return (
    <section className="clocks-one" aria-label={name}>
      <h3>
        {name}
        <StateTag state={state} isStill={of.standsStill !== null} />
      </h3>
      <ClockFacts state={state} standsStill={of.standsStill} />
      {state.rule === 'target' && (
        <Button
          size="small"
          className="no-print"
          aria-label={t('card.whyOf', { clock: name })}
          onClick={() => onWhy(state.clock)}
        >
          {t('card.why')}
        </Button>
      )}
    </section>
  )
}

type StateName = 'running' | 'soon' | 'overdue' | 'still' | 'met' | 'missed' | 'stopped'

const tones: Readonly<Record<StateName, Tone>> = {
  running: 'accent',
  soon: 'attention',
  overdue: 'danger',
  still: 'attention',
  met: 'good',
  missed: 'attention',
  stopped: 'neutral',
}

function stateName({ dueAt, stoppedAt, left, isDueSoon }: ClockState, isStill: boolean): StateName {
  if (stoppedAt !== null) return dueAt === null ? 'stopped' : stoppedAt <= dueAt ? 'met' : 'missed'
  if (dueAt === null && isStill) return 'still'
  if (left !== null && left < 0) return 'overdue'
  return isDueSoon ? 'soon' : 'running'
}

function StateTag({ state, isStill }: { readonly state: ClockState; readonly isStill: boolean }) {
  const { t } = useTranslation('clocks')
  if (state.rule === null) return null
  const name = stateName(state, isStill)
  return <Tag tone={tones[name]}>{t(`state.${name}`)}</Tag>
}

type FactsProps = { readonly state: ClockState; readonly standsStill: RequestClocks['standsStill'] }

function ClockFacts({ state, standsStill }: FactsProps) {
  const { t } = useTranslation(['clocks', 'common'])
  const format = useFormat()
  const { rule, target, dueAt, stoppedAt, used, left } = state
  const ofWork = (ms: number) => t('card.ofWork', { length: workWords(ms, t) })
  const promised = target === null ? t('card.given') : ofWork(target * minuteMs)
  const working = workWords(used.working, t)
  const isStill = standsStill !== null && stoppedAt === null && dueAt === null && rule === 'target'
  return (
    <>
      <dl className="clocks-facts">
        <dt>{t('card.target')}</dt>
        <dd>{rule === null ? t('card.none') : promised}</dd>
        <dt>{t('card.used')}</dt>
        <dd>{t('card.usedBoth', { working, real: workWords(used.real, t) })}</dd>
        {left !== null && !isStill && (
          <>
            <dt>{left < 0 ? t('card.over') : t('card.left')}</dt>
            <dd>{ofWork(left)}</dd>
          </>
        )}
        {dueAt !== null && (
          <>
            <dt>{t('card.due')}</dt>
            <dd className="numeric">{format.instant(dueAt)}</dd>
          </>
        )}
        {stoppedAt !== null && (
          <>
            <dt>{t('card.stopped')}</dt>
            <dd className="numeric">{format.instant(stoppedAt)}</dd>
          </>
        )}
      </dl>
      {isStill && <StandsStill since={standsStill.since} reason={standsStill.reason} left={left} />}
    </>
  )
}

type StillProps = NonNullable<RequestClocks['standsStill']> & { readonly left: number | null }

function StandsStill({ since, reason, left }: StillProps) {
  const { t } = useTranslation(['clocks', 'common'])
  const format = useFormat()
  const when = format.instant(since)
  return (
    <p className="clocks-still">
      {left === null
        ? t('card.standsStill', { since: when })
        : t('card.standsStillLeft', { since: when, length: workWords(left, t) })}
      {`: ${t(`reason.${reason}`)}`}
    </p>
  )
}
