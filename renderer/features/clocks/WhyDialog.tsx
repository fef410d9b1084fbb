import { Button } from 'antd'
import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Explanation } from '@shared/features/clocks/clocks.contract'
import type { ClockName } from '@shared/features/clocks/due-times'
import { useApiQuery } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { Dialog, EmptyState, ErrorState, Paper, Skeleton, useCopy, PrintButton } from '../../ui'
import { whyRows } from './why-rows'
import { workWords } from './work-words'

type Props = { readonly id: string; readonly clock: ClockName; readonly onClose: () => void }

/** Why a deadline is when it is, interval by interval; can be printed and copied. */
export function WhyDialog({ id, clock, onClose }: Props) {
  const { t } = useTranslation(['clocks', 'common'])
  const query = useApiQuery('clocks', 'explain', { id, clock }, { staleTime: 0 })
  const words = useWhyWords(query.data ?? null, clock)
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      footer={
        <>
          {query.data && <Takeaway text={words.text} />}
          <Button type="primary" onClick={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      {query.isPending && <Skeleton lines={6} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data === null && <EmptyState title={t('card.given')} />}
      {query.data && (
        <>
          <WhyTable explanation={query.data} />
          <Paper>
            <h1>{words.title}</h1>
            <WhyTable explanation={query.data} />
          </Paper>
        </>
      )}
    </Dialog>
  )
}

function Takeaway({ text }: { readonly text: string }) {
  const { t } = useTranslation(['clocks', 'common'])
  const copy = useCopy()
  return (
    <>
      <Button
        icon={<Copy size={16} strokeWidth={1.6} aria-hidden />}
        onClick={() => copy(text, t('why.copied'))}
      >
        {t('why.copy')}
      </Button>
      <PrintButton>{t('common:print')}</PrintButton>
    </>
  )
}

/** The title of an explanation, and all of it as text for another program: columns apart by tabulators. */
function useWhyWords(explanation: Explanation | null, clock: ClockName) {
  const { t } = useTranslation(['clocks', 'common'])
  const format = useFormat()
  const name = t(`clock.${clock}`)
  if (explanation === null) return { title: name, text: '' }
  const { dueAt, receivedAt, target } = explanation
  const title =
    dueAt === null
      ? t('why.titleStill', { clock: name })
      : t('why.title', { clock: name, time: format.instant(dueAt) })
  const start = t('why.start', { time: format.instant(receivedAt), length: workWords(target * 60_000, t) })
  const rows = whyRows(explanation, t, format).map(({ when, what, minutes }) =>
    [when, what, minutes].join('\t'),
  )
  const zone = t('why.zone', { zone: format.timeZone })
  return { title, text: [title, start, ...rows, zone].join('\n') }
}

function WhyTable({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useTranslation(['clocks', 'common'])
  const format = useFormat()
  const { receivedAt, target, dueAt, reckoned, uncovered, lines } = explanation
  const counted = lines.reduce((sum, line) => sum + (line.kind === 'work' ? line.to - line.from : 0), 0)
  const isKept = dueAt !== null && reckoned !== null && dueAt !== reckoned
  return (
    <div className="clocks-why">
      <p>{t('why.start', { time: format.instant(receivedAt), length: workWords(target * 60_000, t) })}</p>
      {isKept && (
        <p className="clocks-gap">
          {t('why.kept', { kept: format.instant(dueAt), reckoned: format.instant(reckoned) })}
        </p>
      )}
      <table className="clocks-table">
        <thead>
          <tr>
            <th scope="col">{t('why.when')}</th>
            <th scope="col">{t('why.what')}</th>
            <th scope="col" className="clocks-figure">
              {t('why.minutes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {whyRows(explanation, t, format).map(({ kind, when, what, minutes }) => (
            <tr key={`${kind} ${when}`} className={`clocks-why-${kind}`}>
              <td className="numeric">{when}</td>
              <td>{what}</td>
              <td className="numeric clocks-figure">{minutes}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('why.sum')}
            </th>
            <td className="numeric clocks-figure">{format.decimal(Math.round(counted / 6000), 1)}</td>
          </tr>
        </tfoot>
      </table>
      {dueAt !== null && <p className="clocks-due">{t('why.due', { time: format.instant(dueAt) })}</p>}
      {uncovered.length > 0 && (
        <p className="clocks-gap">{t('card.uncovered', { years: uncovered.join(', ') })}</p>
      )}
      <p className="ui-quiet">{t('why.zone', { zone: format.timeZone })}</p>
    </div>
  )
}
