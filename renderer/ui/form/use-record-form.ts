import { useState } from 'react'
import { useForm, type Control } from 'react-hook-form'
import { fieldOf, type RegisterName } from '@shared/kernel/registers'
import { usePark } from '../../api/park'
import { useFormat } from '../../i18n/format'
import { useNotify } from '../notify'
import { readForm } from './form-values'
import { rawValues, type RawValues } from './raw-values'
import type { RecordFormProps } from './record-form-props'
import { draftValues, draftVersion, useDraft, type DraftKeeper } from './use-draft'
import { useKeptNotice } from './use-kept-notice'
import { useSaving, type Saving } from './use-saving'

export type RecordFormState = Saving & {
  readonly control: Control<Record<string, string>>
  readonly keeper: DraftKeeper
  readonly values: () => RawValues
  /** Called after a field has taken a value. */
  readonly changed: (name: string, value: string) => void
  /** Throws the draft away and shows what is stored. */
  readonly startOver: () => void
}

/** The state of a record's form: its values, its draft, its saving. */
export function useRecordForm(props: RecordFormProps): RecordFormState {
  const { register, record, draft, follow } = props
  const { timeZone } = useFormat()
  const { currency } = usePark()
  const notify = useNotify()
  const [before] = useState(() => rawValues(register, record ?? {}, timeZone))
  const [begun] = useState(() => {
    // What a new record begins with must never stand in for what an old one holds.
    const initial = record === null ? (props.initial ?? {}) : {}
    return { ...before, ...given(rawValues(register, initial, timeZone)) }
  })
  const version = draft === null ? (record?.version ?? null) : draftVersion(draft)
  const keeper = useDraft({ register, recordId: record?.id ?? null, version, draft }, notify.failed)
  const form = useForm<Record<string, string>>({
    defaultValues: { ...begun, ...(draft === null ? {} : draftValues(draft)) },
  })
  const saving = useSaving(
    props,
    version,
    () => readForm(register, form.getValues(), before, timeZone),
    keeper.discard,
  )
  useKeptNotice(keeper)

  return {
    ...saving,
    control: form.control,
    keeper,
    values: form.getValues,
    changed: (name, value) => {
      const values = { ...form.getValues(), [name]: value }
      const more = { ...withCurrency(register, name, values, currency), ...follow?.(name, value, values) }
      for (const [other, filled] of Object.entries(more)) form.setValue(other, filled)
      saving.forget(name)
      keeper.note({ ...values, ...more })
    },
    startOver: () => {
      form.reset({ ...begun })
      saving.forget()
      keeper.discard().catch(notify.failed)
    },
  }
}

/** An amount that gets its first digit without a currency is taken to be in the park's. */
function withCurrency(register: RegisterName, name: string, values: RawValues, currency: string): RawValues {
  const spec = fieldOf(register, name)
  if (spec?.kind !== 'money' || (values[name] ?? '') === '' || (values[spec.currencyField] ?? '') !== '')
    return {}
  return { [spec.currencyField]: currency }
}

function given(values: RawValues): RawValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}
