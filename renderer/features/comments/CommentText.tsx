import { Button } from 'antd'
import { Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comment } from '@shared/features/comments/comment'
import { api } from '../../api/client'
import { useMe, useRights } from '../../api/session'
import { IconButton, useNotify } from '../../ui'
import { MentionInput } from './MentionInput'
import './comments.css'

type Props = { readonly comment: Comment }

/** A comment as it is now, with what its author can do with it. */
export function CommentText({ comment }: Props) {
  const { t } = useTranslation('comments')
  const me = useMe()
  const mayWrite = useRights().has('requests.write')
  const notify = useNotify()
  const [isEdited, setIsEdited] = useState(false)
  // In a park without accounts everything is the only operator's.
  const isOwn = mayWrite && (comment.author === 'operator' || comment.author === me?.name)
  const target = { id: comment.id, version: comment.version }
  const run = (work: Promise<unknown>) => void work.catch(notify.failed)
  if (isEdited) return <CommentEditor comment={comment} onClose={() => setIsEdited(false)} />
  if (comment.deletedAt !== null) {
    return (
      <p className="comments-gone">
        <span className="ui-quiet">{t('removed')}</span>
        {isOwn && (
          <IconButton
            icon={RotateCcw}
            label={t('restore')}
            onClick={() => run(api.comments.restore(target))}
          />
        )}
      </p>
    )
  }
  return (
    <div className="comments-text">
      <p>
        {comment.text}
        {comment.editedAt !== null && <span className="ui-quiet"> {t('edited')}</span>}
      </p>
      {isOwn && (
        <span className="comments-actions no-print">
          <IconButton icon={Pencil} label={t('edit')} onClick={() => setIsEdited(true)} />
          <IconButton icon={Trash2} label={t('remove')} onClick={() => run(api.comments.remove(target))} />
        </span>
      )}
    </div>
  )
}

function CommentEditor({ comment, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useTranslation(['comments', 'common'])
  const notify = useNotify()
  const id = useId()
  const [text, setText] = useState(comment.text)
  const save = async () => {
    try {
      await api.comments.edit({ id: comment.id, version: comment.version, text })
      onClose()
    } catch (error) {
      notify.failed(error)
    }
  }
  return (
    <div className="comments-box comments-editor">
      <label htmlFor={id} className="visually-hidden">
        {t('edit')}
      </label>
      <MentionInput id={id} value={text} onChange={setText} onSend={() => void save()} onCancel={onClose} />
      <span className="comments-buttons">
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="primary" disabled={text.trim() === ''} onClick={() => void save()}>
          {t('common:save')}
        </Button>
      </span>
    </div>
  )
}
