import { useState } from 'react'
import type { FieldProblem } from '@shared/contract/result'
import { fieldOf } from '@shared/kernel/registers'
import { failureOf } from '../../api/client'
import { errorWords } from '../../i18n/errors'
import type { FormReading } from './form-values'
import type { ChangedValues, RecordFormProps } from './record-form-props'

export type Saving = {
  readonly problems: readonly FieldProblem[]
  /** Why nothing was saved, where it is not a matter of one field. */
  readonly failure: string | null
  readonly busy: boolean
  readonly forget: (field?: string) => void
  readonly save: (close: boolean) => Promise<void>
}

/** Saving of a form: what is wrong with it, whether it is on its way. */
export function useSaving(
  props: RecordFormProps,
  version: number | null,
  read: () => FormReading,
  done: () => Promise<void>,
): Saving {
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const save = async (close: boolean) => {
    if (busy) return
    const reading = read()
    setFailure(null)
    setProblems(reading.problems)
    if (reading.problems.length > 0) return
    setBusy(true)
    try {
      const id = await stored(props, reading.changed, version)
      if (id === null) return
      await done()
      props.onSaved(id, close)
    } catch (error) {
      const { fields = [], ...rest } = failureOf(error)
      setProblems(fields.map(ofField).filter((field) => fieldOf(props.register, field.path) !== undefined))
      setFailure(errorWords(rest))
    } finally {
      setBusy(false)
    }
  }

  const forget = (field?: string) => {
    setProblems((all) => (field === undefined ? [] : all.filter((problem) => problem.path !== field)))
    setFailure(null)
  }
  return { problems, failure, busy, forget, save }
}

/** The data side names a field as its place in the input: `values.dueAt`. */
function ofField(problem: FieldProblem): FieldProblem {
  return { ...problem, path: problem.path.replace(/^values\./u, '') }
}

/** Saves; where somebody else changed the record meanwhile, as is then chosen. Null: the form stays open. */
async function stored(
  { record, save, onConflict }: RecordFormProps,
  changed: ChangedValues,
  version: number | null,
): Promise<string | null> {
  // Nothing was changed: there is nothing to store and nobody to contradict.
  if (record !== null && Object.keys(changed).length === 0) return record.id
  try {
    return await save(changed, version)
  } catch (error) {
    if (failureOf(error).code !== 'changed_meanwhile') throw error
    return await onConflict(changed)
  }
}
