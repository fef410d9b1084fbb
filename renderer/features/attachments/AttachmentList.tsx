import {
  Download,
  ExternalLink,
  Eye,
  FileArchive,
  FileImage,
  FileSpreadsheet,
  FileText,
  Mail,
  Trash2,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  attachmentKinds,
  previewMaximum,
  previewTypes,
  type Attachment,
  type AttachmentKind,
} from '@shared/features/attachments/attachment'
import { useFormat } from '../../i18n/format'
import { IconButton, Tag } from '../../ui'
import type { AttachmentActions } from './use-attachment-actions'

const icons: Partial<Record<AttachmentKind, LucideIcon>> = {
  jpeg: FileImage,
  png: FileImage,
  tiff: FileImage,
  webp: FileImage,
  gif: FileImage,
  heic: FileImage,
  xlsx: FileSpreadsheet,
  ods: FileSpreadsheet,
  csv: FileSpreadsheet,
  eml: Mail,
  msg: Mail,
  zip: FileArchive,
}

type Props = {
  readonly attachments: readonly Attachment[]
  readonly mayWrite: boolean
  readonly actions: AttachmentActions
  readonly onOpen: (attachment: Attachment) => void
  readonly onPreview: (attachment: Attachment) => void
}

/** The files of a record, each with what can be done with it. */
export function AttachmentList({ attachments, mayWrite, actions, onOpen, onPreview }: Props) {
  const { t } = useTranslation('attachments')
  return (
    <ul className="attachments">
      {attachments.map((attachment) => {
        const { id, kind, name, state } = attachment
        const Icon = icons[kind] ?? FileText
        return (
          <li key={id}>
            <Icon size={18} strokeWidth={1.5} aria-hidden className="attachments-icon" />
            <AttachmentFacts attachment={attachment} />
            <span className="attachments-actions no-print">
              {previewTypes[kind] !== undefined && attachment.bytes <= previewMaximum && (
                <IconButton
                  icon={Eye}
                  label={t('preview', { name })}
                  disabled={state === 'missing'}
                  onClick={() => onPreview(attachment)}
                />
              )}
              {attachmentKinds[kind].opens && (
                <IconButton
                  icon={ExternalLink}
                  label={t('open', { name })}
                  disabled={state === 'missing'}
                  onClick={() => onOpen(attachment)}
                />
              )}
              <IconButton
                icon={Download}
                label={t('save', { name })}
                disabled={state === 'missing'}
                onClick={() => actions.save(attachment)}
              />
              {mayWrite && (
                <IconButton
                  icon={Trash2}
                  label={t('remove', { name })}
                  onClick={() => actions.remove(attachment)}
                />
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Name, kind and size, who attached it and when, and what is wrong with it. */
export function AttachmentFacts({ attachment }: { readonly attachment: Attachment }) {
  const { t } = useTranslation('attachments')
  const format = useFormat()
  const { name, kind, bytes, state, createdAt, createdBy } = attachment
  // A park without accounts has one operator, who has no name.
  const actor = createdBy === 'operator' ? t('operator') : createdBy
  return (
    <div className="attachments-facts">
      <bdi className="attachments-name">{name}</bdi>
      {state !== 'sound' && <Tag tone="danger">{t(`state.${state}`)}</Tag>}
      <span className="ui-quiet">{t('facts', { kind: t(`kind.${kind}`), size: format.bytes(bytes) })}</span>
      <span className="ui-quiet">{t('who', { actor, time: format.instant(createdAt) })}</span>
    </div>
  )
}
