import { Button } from 'antd'
import { Paperclip, Pencil } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChecklistItem, ItemStatus } from '@shared/features/checklists/checklist'
import { codeLabel } from '@shared/kernel/code-lists'
import { api, useApiQuery } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { useLanguage } from '../../i18n/language'
import { IconButton, Tag, useNotify, useNow, type Tone } from '../../ui'
import { useAdding, useIncomingFiles } from '../attachments'
import { ItemDialog } from './ItemDialog'

type Props = { readonly requestId: string; readonly item: ChecklistItem; readonly mayWrite: boolean }

const tones: Readonly<Record<ItemStatus, Tone>> = {
  missing: 'attention',
  requested: 'attention',
  received: 'accent',
  checked: 'accent',
  accepted: 'good',
  rejected: 'danger',
  not_needed: 'neutral',
}

/** A paper that nothing waits for does not ask for attention. */
function toneOf({ status, need }: ChecklistItem): Tone {
  return need === 'required' || status !== 'missing' ? tones[status] : 'neutral'
}

/** What usually happens to a paper next. */
const nextStatus = {
  missing: 'requested',
  requested: 'received',
  received: 'checked',
  checked: 'accepted',
  rejected: 'requested',
  accepted: null,
  not_needed: null,
} as const satisfies Record<ItemStatus, ItemStatus | null>

/** One paper: how far it is, its files, and what comes next. Files are dropped or pasted onto it. */
export function ItemRow({ requestId, item, mayWrite }: Props) {
  const { t } = useTranslation('checklists')
  const { language } = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const zone = useRef<HTMLLIElement>(null)
  const adding = useFilling(requestId, item.id)
  const isOver = useIncomingFiles(zone, mayWrite, adding.add, 'inside')
  const name = item.name[language]
  return (
    <li ref={zone} className={isOver ? 'checklist-over' : undefined}>
      <Tag tone={toneOf(item)}>{codeLabel('paperStatus', item.status, language)}</Tag>
      <div className="checklist-facts">
        <span>{isOver ? t('drop', { name }) : name}</span>
        <ItemNotes requestId={requestId} item={item} />
      </div>
      {mayWrite && (
        <ItemActions requestId={requestId} item={item} adding={adding} onChange={() => setIsOpen(true)} />
      )}
      {isOpen && <ItemDialog requestId={requestId} item={item} onClose={() => setIsOpen(false)} />}
    </li>
  )
}

type ActionProps = Pick<Props, 'requestId' | 'item'> & {
  readonly adding: ReturnType<typeof useFilling>
  readonly onChange: () => void
}

function ItemActions({ requestId, item, adding, onChange }: ActionProps) {
  const { t } = useTranslation(['checklists', 'attachments'])
  const { language } = useLanguage()
  const notify = useNotify()
  const name = item.name[language]
  const next = nextStatus[item.status]
  const choose = async () => {
    try {
      await adding.add(await api.shell.chooseAttachments({ title: t('attachments:add') }))
    } catch (error) {
      notify.failed(error)
    }
  }
  const advance = (status: ItemStatus) => {
    const { id: itemId, version } = item
    void api.checklists.setItem({ requestId, itemId, version, status }).catch(notify.failed)
  }
  return (
    <span className="checklist-actions no-print">
      {next !== null && (
        <Button
          size="small"
          aria-label={t('actOf', { name, act: t(`act.${next}`) })}
          onClick={() => advance(next)}
        >
          {t(`act.${next}`)}
        </Button>
      )}
      <IconButton
        icon={Paperclip}
        label={t('attach', { name })}
        disabled={adding.current !== null}
        onClick={() => void choose()}
      />
      <IconButton icon={Pencil} label={t('change', { name })} onClick={onChange} />
    </span>
  )
}

/** Attaches files to the request and puts them into the slot of a paper. */
function useFilling(requestId: string, itemId: string) {
  const notify = useNotify()
  return useAdding({ register: 'requests', recordId: requestId }, async (added) => {
    try {
      for (const { id } of added) await api.checklists.putFile({ requestId, itemId, attachmentId: id })
    } catch (error) {
      notify.failed(error)
    }
  })
}

/** What is worth knowing of a paper beside its name. */
function ItemNotes({ requestId, item }: Pick<Props, 'requestId' | 'item'>) {
  const { t } = useTranslation('checklists')
  const format = useFormat()
  const today = format.dayOf(useNow())
  const attached = useApiQuery('attachments', 'list', { register: 'requests', recordId: requestId })
  const names = (attached.data ?? []).filter(({ id }) => item.files.includes(id)).map(({ name }) => name)
  const { validTo, need, reason } = item
  const isExpired = validTo !== null && validTo < today
  return (
    <span className="checklist-notes">
      {need !== 'required' && <span>{codeLabel('paperNeed', need, format.language)}</span>}
      {reason !== null && <span>{reason}</span>}
      {validTo !== null && (
        <span className={isExpired ? 'checklist-expired' : undefined}>
          {t(isExpired ? 'expired' : 'validTo', { date: format.date(validTo) })}
        </span>
      )}
      {names.map((name) => (
        <bdi key={name}>{name}</bdi>
      ))}
    </span>
  )
}
