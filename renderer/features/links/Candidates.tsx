import { useTranslation } from 'react-i18next'
import type { LinkedRequest } from '@shared/features/links/link'
import { useFormat } from '../../i18n/format'
import { StatusTag } from '../workflow'

type Props = {
  readonly id: string
  readonly rows: readonly LinkedRequest[]
  readonly current: LinkedRequest | undefined
  readonly onTake: (request: LinkedRequest) => void
}

/** Requests that can be linked; the arrows of the field above move through them. */
export function Candidates({ id, rows, current, onTake }: Props) {
  const { t } = useTranslation('links')
  const format = useFormat()
  if (rows.length === 0) return <p className="ui-quiet">{t('nothing')}</p>
  return (
    <ul id={id} className="links-list">
      {rows.map((row) => (
        <li key={row.id}>
          <button
            ref={row === current ? reveal : undefined}
            type="button"
            className={row === current ? 'links-current' : undefined}
            onClick={() => onTake(row)}
          >
            <span className="numeric">{row.reference}</span>
            <span>{row.tenantName}</span>
            <span>{row.subject ?? t('noSubject')}</span>
            <span className="numeric">{format.date(format.dayOf(row.receivedAt))}</span>
            <StatusTag status={row.status} />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The arrows must not lead out of sight. */
function reveal(button: HTMLButtonElement | null) {
  button?.scrollIntoView({ block: 'nearest' })
}
