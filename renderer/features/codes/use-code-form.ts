import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '@shared/contract/result'
import type { CodebookName } from '@shared/features/codes/codebooks'
import type { CodeRow } from '@shared/features/codes/codes.contract'
import type { Language } from '@shared/kernel/language'
import { api, failureOf } from '../../api/client'
import { errorWords } from '../../i18n/errors'
import { useNotify } from '../../ui'

type Options = {
  readonly list: CodebookName
  /** Null: a new one. */
  readonly row: CodeRow | null
  readonly onClose: () => void
}

export type FieldName = 'code' | Language | 'from' | 'to'
type Draft = Readonly<Record<FieldName, string>>

function draftOf(row: CodeRow | null): Draft {
  const { zh, ru, en } = row?.labels ?? { zh: null, ru: null, en: null }
  return {
    code: row?.code ?? '',
    zh: zh ?? '',
    ru: ru ?? '',
    en: en ?? '',
    from: row?.from ?? '',
    to: row?.to ?? '',
  }
}

const given = (text: string) => (text.trim() === '' ? null : text.trim())

/** A code as it is typed: its fields, what is wrong with them, and saving. What was typed stays until it is stored. */
export function useCodeForm({ list, row, onClose }: Options) {
  const { t } = useTranslation('codes')
  const notify = useNotify()
  const id = useId()
  const [draft, setDraft] = useState(() => draftOf(row))
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [busy, setBusy] = useState(false)
  const problemAt = (...paths: readonly string[]) => {
    const problem = problems.find(({ path }) => paths.includes(path))
    return problem && errorWords(problem)
  }
  const problemOf = (name: FieldName) => problemAt(name, `labels.${name}`)
  const save = async () => {
    setBusy(true)
    try {
      const base = { list, code: draft.code, version: row?.version ?? null, isNew: row === null }
      const labels = { zh: given(draft.zh), ru: given(draft.ru), en: given(draft.en) }
      const saved = await api.codes.save({ ...base, labels, from: given(draft.from), to: given(draft.to) })
      notify.show({ tone: 'good', text: t('saved', { code: saved.code }) })
      onClose()
    } catch (error) {
      const { fields = [] } = failureOf(error)
      setProblems(fields)
      if (fields.length === 0) notify.failed(error)
    } finally {
      setBusy(false)
    }
  }
  const input = (name: FieldName) => ({
    id: `${id}-${name}`,
    value: draft[name],
    status: problemOf(name) === undefined ? undefined : ('error' as const),
    'aria-describedby': `${id}-${name}-note`,
    'aria-invalid': problemOf(name) !== undefined,
    onChange: (value: string) => setDraft((old) => ({ ...old, [name]: value })),
  })
  const frame = (name: FieldName) => ({ id: `${id}-${name}`, error: problemOf(name) })
  return { id, busy, save, input, frame, labelProblem: problemAt('labels') }
}

export type CodeForm = ReturnType<typeof useCodeForm>
