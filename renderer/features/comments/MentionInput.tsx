import { Mentions } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { commentMaximum } from '@shared/features/comments/comment'
import { compareKey } from '@shared/kernel/text'
import { useApiQuery } from '../../api/client'

type Props = {
  readonly id: string
  readonly value: string
  readonly placeholder?: string
  readonly onChange: (text: string) => void
  readonly onSend: () => void
  readonly onBlur?: () => void
  readonly onCancel?: () => void
}

/** Text of a comment; an @ offers everybody who can be mentioned, Ctrl Enter sends. */
export function MentionInput({ id, value, placeholder, onChange, onSend, onBlur, onCancel }: Props) {
  const { t } = useTranslation('comments')
  const people = useApiQuery('comments', 'people', {})
  const options = useMemo(
    () =>
      (people.data ?? []).map(({ name, also }) => ({
        value: name,
        label: also === null ? name : `${name} · ${also}`,
      })),
    [people.data],
  )
  const wordsOf = (name: string) => compareKey(options.find(({ value }) => value === name)?.label ?? name)
  return (
    <Mentions
      id={id}
      className="comments-input"
      rows={2}
      maxLength={commentMaximum}
      value={value}
      placeholder={placeholder}
      notFoundContent={t('noPerson')}
      options={options}
      filterOption={(typed, { value: name = '' }) => wordsOf(name).includes(compareKey(typed))}
      onChange={onChange}
      onBlur={onBlur}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          onSend()
        }
        if (event.key === 'Escape' && document.querySelector('.ant-mentions-dropdown') === null) onCancel?.()
      }}
    />
  )
}
