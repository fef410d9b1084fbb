import { useNavigate } from '@tanstack/react-router'
import { Button, Popover } from 'antd'
import { FilePen, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '@shared/features/drafts/drafts.contract'
import type { RegisterName } from '@shared/kernel/registers'
import { api, useApiQuery } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { IconButton, useNotify, useNow } from '../../ui'
import { ageWords } from '../../ui/form'
import './drafts.css'

/** Unsaved forms of a register; nothing where there are none. */
export function DraftsButton({ register }: { readonly register: RegisterName }) {
  const { t } = useTranslation('drafts')
  const [open, setOpen] = useState(false)
  const { data } = useApiQuery('drafts', 'list', {})
  const drafts = (data ?? []).filter((draft) => registerOf(draft) === register)
  if (drafts.length === 0) return null
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      content={
        <ul className="drafts">
          {drafts.map((draft) => (
            <DraftItem key={draft.id} draft={draft} />
          ))}
        </ul>
      }
    >
      <Button icon={<FilePen size={16} strokeWidth={1.6} aria-hidden />}>
        {t('count', { count: drafts.length })}
      </Button>
    </Popover>
  )
}

/** In whose list a draft is offered. */
function registerOf({ register }: Draft): RegisterName {
  return register === 'details' ? 'requests' : register
}

const typed = (value: unknown) => (typeof value === 'string' ? value : '')

function DraftItem({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('drafts')
  const format = useFormat()
  const navigate = useNavigate()
  const notify = useNotify()
  const now = useNow()
  const { register, recordId, values } = draft
  const name = typed(values[register === 'tenants' ? 'name' : 'subject']) || typed(values['reference'])
  const open = () =>
    void (recordId === null
      ? navigate({ to: `/${registerOf(draft)}/new` })
      : navigate({
          to: register === 'details' ? '/requests/$id/details' : `/${register}/$id/edit`,
          params: { id: recordId },
        }))
  return (
    <li>
      <button type="button" onClick={open}>
        <span>{name || t('nameless')}</span>
        <small>{t('of', { time: ageWords(draft.updatedAt, now, format) })}</small>
      </button>
      <IconButton
        icon={Trash2}
        label={t('discard')}
        onClick={() => void api.drafts.discard({ register, recordId }).catch(notify.failed)}
      />
    </li>
  )
}
