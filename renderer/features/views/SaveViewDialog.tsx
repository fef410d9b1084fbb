import { Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedView } from '@shared/features/views/view'
import { api, failureOf } from '../../api/client'
import { useMe, useRights } from '../../api/session'
import { errorWords, wordsOfError } from '../../i18n/errors'
import { FormDialog, useNotify } from '../../ui'
import { FormField } from '../../ui/form'
import type { ViewsProps } from './view-list'

type Props = ViewsProps & {
  /** The view to rename; null: a new one of the list as it is. */
  readonly stored: SavedView | null
  readonly onClose: () => void
}

/** Gives a list a name, and says whom it is for. */
export function SaveViewDialog({ register, list, stored, onClose }: Props) {
  const { t } = useTranslation('views')
  const notify = useNotify()
  const [name, setName] = useState(stored?.name ?? '')
  const [shared, setShared] = useState(stored?.shared ?? false)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const mayShare = useMayShare(register)
  const save = async () => {
    setBusy(true)
    try {
      await keepView({ register, list, stored }, name, shared)
      notify.show({ tone: 'good', text: t('saved', { name: name.trim() }) })
      onClose()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <FormDialog
      title={stored === null ? t('saveTitle') : t('editTitle')}
      submit={stored === null ? t('save') : t('update')}
      busy={busy}
      disabled={name.trim() === ''}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <NameField
        name={name}
        failure={failure}
        onChange={(next) => {
          setFailure(null)
          setName(next)
        }}
      />
      {mayShare && (
        <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
          {t('shared')}
        </Checkbox>
      )}
    </FormDialog>
  )
}

type NameProps = {
  readonly name: string
  readonly failure: unknown
  readonly onChange: (name: string) => void
}

function NameField({ name, failure, onChange }: NameProps) {
  const { t } = useTranslation('views')
  const id = useId()
  const isWrong = failure !== null
  return (
    <FormField id={id} label={t('name')} required wide error={isWrong ? wordsOf(failure) : undefined}>
      <Input
        id={id}
        value={name}
        maxLength={60}
        autoComplete="off"
        status={isWrong ? 'error' : ''}
        aria-describedby={`${id}-note`}
        aria-invalid={isWrong}
        onChange={(event) => onChange(event.target.value)}
      />
    </FormField>
  )
}

async function keepView({ register, list, stored }: Omit<Props, 'onClose'>, name: string, shared: boolean) {
  const { filter, sort } = stored ?? list
  const kept = stored && { id: stored.id, version: stored.version }
  await api.views.save({ register, name, shared, filter, sort, stored: kept })
}

/** Without accounts there is nobody to share with. */
function useMayShare(register: ViewsProps['register']): boolean {
  const mayWrite = useRights().has(`${register}.write`)
  return useMe()?.state === 'signedIn' && mayWrite
}

/** What is wrong with the name, else what went wrong. */
function wordsOf(error: unknown): string {
  const [problem] = failureOf(error).fields ?? []
  return problem === undefined ? wordsOfError(error) : errorWords(problem)
}
