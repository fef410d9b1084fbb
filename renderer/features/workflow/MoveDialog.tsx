import { Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '@shared/contract/result'
import { requestFields } from '@shared/features/requests/request'
import type { NeededField } from '@shared/features/workflow/flows'
import { isReasoned, type Move } from '@shared/features/workflow/moves'
import type { Way } from '@shared/features/workflow/workflow.contract'
import { codeEntries } from '@shared/kernel/code-lists'
import { fieldLabel } from '@shared/kernel/field-labels'
import { failureOf } from '../../api/client'
import { errorWords } from '../../i18n/errors'
import { useLanguage } from '../../i18n/language'
import { FormDialog, useNotify } from '../../ui'
import { FormField } from '../../ui/form'
import { OfficerPick } from './OfficerPick'
import { moveWords } from './move-words'
import { useMove, type Moving } from './use-move'

type Props = {
  readonly move: Move
  readonly way: Way
  readonly request: Moving
  readonly onClose: () => void
}

const reasonMaximum = 1000

/** Asks what a move needs: fields its stage wants filled in, a reason, why a request is closed although papers are open. */
export function MoveDialog({ move, way, request, onClose }: Props) {
  const { t } = useTranslation('workflow')
  const { language } = useLanguage()
  const { missing, isOverride, isBusy, field, send } = useMoveForm({ move, way, request, onClose })
  return (
    <FormDialog
      title={moveWords(move, t, language)}
      submit={t(move.kind === 'cancel' ? 'confirmCancel' : 'confirm')}
      danger={move.kind === 'cancel'}
      busy={isBusy}
      disabled={false}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      {move.closes && way.blockedBy.length > 0 && (
        <p className="workflow-warning">
          {t('blocked', { count: way.blockedBy.length, references: way.blockedBy.join(', ') })}
        </p>
      )}
      {missing.map((name) => (
        <NeededInput key={name} name={name} {...field(name)} />
      ))}
      {isOverride && <p className="workflow-warning">{t('openItems', { count: way.openItems })}</p>}
      {isOverride && <WhyInput label={t('override')} {...field('override')} />}
      {isReasoned(move.kind) && <WhyInput label={t(`why.${move.kind}`)} {...field('reason')} />}
    </FormDialog>
  )
}

/** What is typed into the dialog, what is wrong with it, and sending it. */
function useMoveForm({ move, way, request, onClose }: Props) {
  const notify = useNotify()
  const { make, isBusy } = useMove(request)
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({})
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const missing = move.needs.filter((field) => (request[field] ?? null) === null)
  const isOverride = move.closes && way.openItems > 0
  const asked = [...missing, ...(move.needsReason ? ['reason'] : []), ...(isOverride ? ['override'] : [])]
  const textOf = (name: string) => given[name]?.trim() ?? ''
  const send = async () => {
    const empty = asked.filter((name) => textOf(name) === '')
    if (empty.length > 0) return setProblems(empty.map((path) => ({ path, code: 'required' })))
    try {
      const values = Object.fromEntries(missing.map((field) => [field, textOf(field)]))
      await make(move, { values, reason: textOf('reason') || null, override: textOf('override') || null })
      onClose()
    } catch (error) {
      const { fields = [] } = failureOf(error)
      setProblems(fields)
      if (!fields.some(({ path }) => asked.includes(path))) notify.failed(error)
    }
  }
  const field = (name: string) => ({
    value: given[name] ?? '',
    problem: problems.find(({ path }) => path === name),
    onChange: (value: string) => setGiven((all) => ({ ...all, [name]: value })),
  })
  return { missing, isOverride, isBusy, field, send }
}

type InputProps = {
  readonly value: string
  readonly problem: FieldProblem | undefined
  readonly onChange: (value: string) => void
}

function NeededInput({ name, value, problem, onChange }: InputProps & { readonly name: NeededField }) {
  const { t } = useTranslation('workflow')
  const { language } = useLanguage()
  const id = useId()
  const spec = requestFields[name]
  const shared = { id, status: problem && ('error' as const), 'aria-describedby': `${id}-note` }
  return (
    <FormField
      id={id}
      label={fieldLabel('requests', name, language)}
      required
      error={problem && errorWords(problem)}
      hint={t('needed')}
      wide
    >
      {spec.kind === 'choice' ? (
        <Select
          {...shared}
          value={value === '' ? undefined : value}
          getPopupContainer={(trigger: HTMLElement) => trigger.closest('dialog') ?? document.body}
          options={codeEntries(spec.list).map((entry) => ({ value: entry.code, label: entry[language][0] }))}
          onChange={onChange}
        />
      ) : (
        <OfficerPick id={id} value={value} status={shared.status} onChange={onChange} />
      )}
    </FormField>
  )
}

function WhyInput({ label, value, problem, onChange }: InputProps & { readonly label: string }) {
  const id = useId()
  return (
    <FormField id={id} label={label} required error={problem && errorWords(problem)} wide>
      <Input.TextArea
        id={id}
        className="form-long"
        rows={3}
        maxLength={reasonMaximum}
        status={problem && 'error'}
        aria-describedby={`${id}-note`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FormField>
  )
}
