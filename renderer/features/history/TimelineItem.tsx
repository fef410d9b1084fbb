import { CircleDot, Link2, ListChecks, MessageSquare, Paperclip, PencilLine } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry, TimelineKind } from '@shared/features/history/timeline'
import type { FieldValue } from '@shared/kernel/field'
import { useFormat } from '../../i18n/format'
import { TextDiff } from '../../ui'
import { CommentText } from '../comments'
import { ChangeList } from './ChangeList'
import { actorWords } from './actor-words'

const icons: Readonly<Record<TimelineKind, LucideIcon>> = {
  step: CircleDot,
  change: PencilLine,
  comment: MessageSquare,
  file: Paperclip,
  link: Link2,
  checklist: ListChecks,
}

/** One thing that happened: what, when, who, and what became of it. */
export function TimelineItem({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const { kind, at, actor, workstation, batchFile } = entry
  const Icon = icons[kind]
  return (
    <li className="timeline-item">
      <Icon size={16} strokeWidth={1.6} aria-hidden className="timeline-icon" />
      <div>
        <p className="history-head">
          <strong>{t(`event.${kind}.${eventOf(entry)}`)}</strong>
          <time dateTime={new Date(at).toISOString()}>{format.instant(at)}</time>
        </p>
        <Content entry={entry} />
        <p className="history-who">
          {t('who', { actor: actorWords(actor, t('operator')), workstation })}
          {batchFile !== null && ` · ${t('imported', { file: batchFile })}`}
        </p>
      </div>
    </li>
  )
}

/** An import or the program may log what no sentence was made for; it changed something in any case. */
function eventOf({ action }: TimelineEntry): 'created' | 'updated' | 'deleted' | 'restored' {
  return action === 'erased' ? 'deleted' : action
}

function Content({ entry }: { readonly entry: TimelineEntry }) {
  const { kind, action, changes, comment } = entry
  switch (kind) {
    case 'step':
    case 'change':
      return action === 'updated' ? <ChangeList register="requests" changes={changes} /> : null
    case 'comment': {
      const [before, after] = changes['text'] ?? [null, null]
      if (action === 'updated') return <TextDiff before={textOf(before)} after={textOf(after)} />
      if (action === 'created' && comment !== null) return <CommentText comment={comment} />
      return null
    }
    case 'file':
      return <p className="timeline-text">{textOf(changes['name']?.[1])}</p>
    case 'link':
    case 'checklist':
      return <ChangeList register="requests" changes={changes} />
  }
}

const textOf = (value: FieldValue | undefined) => (value === null || value === undefined ? '' : String(value))
