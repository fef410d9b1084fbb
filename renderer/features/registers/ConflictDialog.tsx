import { Button, Radio } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldValue } from '@shared/kernel/field'
import { fieldLabel } from '@shared/kernel/field-labels'
import type { RegisterName } from '@shared/kernel/registers'
import { useFormat } from '../../i18n/format'
import { Dialog, useNotify } from '../../ui'
import { fieldText } from '../../i18n/field-value'
import { recordApis, type AnyRow } from './record-api'

type Values = Readonly<Record<string, FieldValue>>

type Question = {
  readonly mine: Values
  readonly stored: AnyRow
  readonly answer: (id: string | null) => void
}

/** Asks, when a record was changed by somebody else while it was edited, which values should hold. */
export function useConflict(
  register: RegisterName,
  base: AnyRow | null,
): { readonly ask: (mine: Values) => Promise<string | null>; readonly dialog: ReactNode } {
  const [question, setQuestion] = useState<Question | null>(null)
  const ask = async (mine: Values) => {
    if (base === null) return null
    const stored = await recordApis[register].get(base.id)
    // The other change was the same one: there is nothing left to choose or to store.
    if (Object.keys(mine).every((field) => mine[field] === stored[field])) return stored.id
    return await new Promise<string | null>((resolve) => {
      setQuestion({
        mine,
        stored,
        answer: (id) => {
          setQuestion(null)
          resolve(id)
        },
      })
    })
  }
  const dialog =
    question === null ? null : <ConflictDialog register={register} base={base} question={question} />
  return { ask, dialog }
}

type Props = { readonly register: RegisterName; readonly base: AnyRow | null; readonly question: Question }

function ConflictDialog({ register, base, question }: Props) {
  const { t } = useTranslation('registers')
  const { answer } = question
  const [keepStored, setKeepStored] = useState<ReadonlySet<string>>(new Set())
  const save = useSaveChoice(register, question, keepStored)
  const choose = (field: string, isStored: boolean) => {
    const others = [...keepStored].filter((other) => other !== field)
    setKeepStored(new Set(isStored ? [...others, field] : others))
  }
  return (
    <Dialog
      title={t('conflict.title')}
      onClose={() => answer(null)}
      footer={
        <>
          <Button onClick={() => answer(null)}>{t('conflict.back')}</Button>
          <Button type="primary" onClick={() => void save()}>
            {t('conflict.save')}
          </Button>
        </>
      }
    >
      <p>{t('conflict.text')}</p>
      <ConflictTable {...{ register, base, question, keepStored }} onChoose={choose} />
    </Dialog>
  )
}

function useSaveChoice(
  register: RegisterName,
  { mine, stored, answer }: Question,
  keepStored: ReadonlySet<string>,
) {
  const notify = useNotify()
  return async () => {
    const kept = Object.entries(mine).filter(
      ([field, value]) => value !== stored[field] && !keepStored.has(field),
    )
    try {
      if (kept.length > 0) await recordApis[register].update(stored, Object.fromEntries(kept))
      answer(stored.id)
    } catch (error) {
      notify.failed(error)
      answer(null)
    }
  }
}

type TableProps = Props & {
  readonly keepStored: ReadonlySet<string>
  readonly onChoose: (field: string, isStored: boolean) => void
}

function ConflictTable({ register, base, question, keepStored, onChoose }: TableProps) {
  const { t } = useTranslation('registers')
  const { mine, stored } = question
  const fields = Object.keys(mine).filter((field) => mine[field] !== stored[field])
  return (
    <table className="conflict">
      <thead>
        <tr>
          <th scope="col">{t('conflict.field')}</th>
          <th scope="col">{t('conflict.before')}</th>
          <th scope="col">{t('conflict.mine')}</th>
          <th scope="col">{t('conflict.stored')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <ConflictRow
            key={field}
            {...{ register, field, stored, base }}
            mine={{ ...stored, ...mine }}
            keepsStored={keepStored.has(field)}
            onChoose={(isStored) => onChoose(field, isStored)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  readonly register: RegisterName
  readonly field: string
  readonly base: AnyRow | null
  readonly mine: AnyRow
  readonly stored: AnyRow
  readonly keepsStored: boolean
  readonly onChoose: (isStored: boolean) => void
}

function ConflictRow({ register, field, base, mine, stored, keepsStored, onChoose }: RowProps) {
  const { t } = useTranslation('registers')
  const format = useFormat()
  const text = (row: AnyRow | null) =>
    (row === null ? '' : fieldText(register, field, row, format)) || t('nothing')
  return (
    <tr>
      <th scope="row">{fieldLabel(register, field, format.language)}</th>
      <td>{text(base)}</td>
      <td>
        <Radio checked={!keepsStored} onChange={() => onChoose(false)}>
          {text(mine)}
        </Radio>
      </td>
      <td>
        <Radio checked={keepsStored} onChange={() => onChoose(true)}>
          {text(stored)}
        </Radio>
      </td>
    </tr>
  )
}
