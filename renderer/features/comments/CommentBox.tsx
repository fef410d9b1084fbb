import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client'
import { Kbd, useNotify } from '../../ui'
import { MentionInput } from './MentionInput'
import { useCommentDraft } from './use-comment-draft'
import './comments.css'

/** Writes a comment on a request. What is typed is kept as a draft until it is sent. */
export function CommentBox({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation('comments')
  const notify = useNotify()
  const id = useId()
  const [isBusy, setIsBusy] = useState(false)
  const draft = useCommentDraft(requestId)
  const isEmpty = draft.text.trim() === ''
  const send = async () => {
    if (isEmpty || isBusy) return
    setIsBusy(true)
    try {
      await api.comments.add({ requestId, text: draft.text })
      draft.clear()
    } catch (error) {
      notify.failed(error)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <form
      className="comments-box no-print"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {t('write')}
      </label>
      <MentionInput
        id={id}
        value={draft.text}
        placeholder={t('hint')}
        onChange={draft.type}
        onBlur={() => void draft.flush()}
        onSend={() => void send()}
      />
      <Button htmlType="submit" loading={isBusy} disabled={isEmpty}>
        {t('send')} <Kbd>Ctrl Enter</Kbd>
      </Button>
    </form>
  )
}
