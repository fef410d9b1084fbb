import { Input } from 'antd'
import { Unlink } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '@shared/contract/result'
import {
  isExplained,
  type ChecklistItem,
  type ItemStatus,
  type Need,
} from '@shared/features/checklists/checklist'
import { api, failureOf, useApiQuery } from '../../api/client'
import { errorWords } from '../../i18n/errors'
import { useLanguage } from '../../i18n/language'
import { FormDialog, IconButton, useNotify } from '../../ui'
import { CodePick, DateInput, FormField } from '../../ui/form'

type Props = { readonly requestId: string; readonly item: ChecklistItem; readonly onClose: () => void }

type Given = {
  readonly status: string
  readonly need: string
  readonly reason: string
  readonly issuedOn: string
  readonly validTo: string
}

const day = /^\d{4}-\d{2}-\d{2}$/u
const reasonMaximum = 1000

/** Everything about one paper: state, reason, dates, files. */
export function ItemDialog({ requestId, item, onClose }: Props) {
  const { t } = useTranslation(['checklists', 'common'])
  const { language } = useLanguage()
  const { given, set, problemOf, isBusy, save } = useItemForm({ requestId, item, onClose })
  const [status, need, reason, issuedOn, validTo] = [useId(), useId(), useId(), useId(), useId()]
  const why = isExplained(given.status as ItemStatus)
  return (
    <FormDialog
      title={item.name[language]}
      submit={t('common:save')}
      busy={isBusy}
      disabled={false}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <Labelled id={status} label={t('field.status')}>
        <CodePick id={status} list="paperStatus" value={given.status} onChange={set('status')} />
      </Labelled>
      <Labelled id={need} label={t('field.need')}>
        <CodePick id={need} list="paperNeed" value={given.need} onChange={set('need')} />
      </Labelled>
      {why && (
        <Labelled id={reason} label={t('field.reason')} required problem={problemOf('reason')}>
          <Input.TextArea
            id={reason}
            className="form-long"
            maxLength={reasonMaximum}
            status={problemOf('reason') && 'error'}
            aria-describedby={`${reason}-note`}
            value={given.reason}
            onChange={(event) => set('reason')(event.target.value)}
          />
        </Labelled>
      )}
      <Labelled id={issuedOn} label={t('field.issuedOn')} problem={problemOf('issuedOn')}>
        <DateInput id={issuedOn} value={given.issuedOn} onChange={set('issuedOn')} />
      </Labelled>
      <Labelled id={validTo} label={t('field.validTo')} problem={problemOf('validTo')}>
        <DateInput id={validTo} value={given.validTo} onChange={set('validTo')} />
      </Labelled>
      <SlotFiles requestId={requestId} item={item} />
    </FormDialog>
  )
}

/** What is typed into the dialog, what is wrong with it, and saving it. */
function useItemForm({ requestId, item, onClose }: Props) {
  const notify = useNotify()
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [given, setGiven] = useState<Given>({
    status: item.status,
    need: item.need,
    reason: item.reason ?? '',
    issuedOn: item.issuedOn ?? '',
    validTo: item.validTo ?? '',
  })
  const set = (name: keyof Given) => (value: string) => setGiven((all) => ({ ...all, [name]: value }))
  const save = async () => {
    const wrong = (['issuedOn', 'validTo'] as const).filter(
      (name) => given[name] !== '' && !day.test(given[name]),
    )
    if (wrong.length > 0)
      return setProblems(
        wrong.map((path) => ({ path, code: 'invalid_date', params: { value: given[path] } })),
      )
    setIsBusy(true)
    try {
      await api.checklists.setItem({
        requestId,
        itemId: item.id,
        version: item.version,
        // Both come out of lists of exactly these codes.
        status: given.status as ItemStatus,
        need: given.need as Need,
        reason: given.reason.trim() || null,
        issuedOn: given.issuedOn || null,
        validTo: given.validTo || null,
      })
      onClose()
    } catch (error) {
      const { fields = [] } = failureOf(error)
      setProblems(fields)
      if (fields.length === 0) notify.failed(error)
    } finally {
      setIsBusy(false)
    }
  }
  const problemOf = (name: string) => problems.find(({ path }) => path === name)
  return { given, set, problemOf, isBusy, save }
}

type LabelledProps = {
  readonly id: string
  readonly label: string
  readonly required?: boolean
  readonly problem?: FieldProblem | undefined
  readonly children: ReactNode
}

function Labelled({ id, label, required = false, problem, children }: LabelledProps) {
  return (
    <FormField id={id} label={label} required={required} error={problem && errorWords(problem)} wide>
      {children}
    </FormField>
  )
}

/** The files in a paper's slot; one that is taken out stays with the request. */
function SlotFiles({ requestId, item }: Pick<Props, 'requestId' | 'item'>) {
  const { t } = useTranslation('checklists')
  const notify = useNotify()
  const attached = useApiQuery('attachments', 'list', { register: 'requests', recordId: requestId })
  const files = (attached.data ?? []).filter(({ id }) => item.files.includes(id))
  if (files.length === 0) return null
  const takeOut = (attachmentId: string) => {
    void api.checklists.takeFile({ requestId, itemId: item.id, attachmentId }).catch(notify.failed)
  }
  return (
    <section className="checklist-slot">
      <h3>{t('field.files')}</h3>
      <ul>
        {files.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            <IconButton icon={Unlink} label={t('takeOut', { name })} onClick={() => takeOut(id)} />
          </li>
        ))}
      </ul>
      <p className="ui-quiet">{t('outside')}</p>
    </section>
  )
}
