import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '@shared/contract/result'
import type { FilterInput } from '@shared/contract/page'
import type { FieldValue } from '@shared/kernel/field'
import { fieldEntries, fieldOf, hiddenFields, type RegisterName } from '@shared/kernel/registers'
import { useRights } from '../../api/session'
import { useFormat } from '../../i18n/format'
import { useNotify } from '../../ui'
import { readRaw } from '../../ui/form'
import { recordApis } from './record-api'

/** A field that all records are to have one value of; as it stands in the form. */
export type Wanted = { readonly field: string; readonly raw: string }

export type ChangeManyProps = {
  readonly register: RegisterName
  readonly marked: readonly string[]
  readonly filter: FilterInput
  readonly total: number
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The fields that many records may be given one value of: not the number, nor the tenant, which belong to one alone. */
export function useManyFields(register: RegisterName): readonly string[] {
  const hidden = hiddenFields(register, useRights())
  return fieldEntries(register)
    .filter(([field, { kind }]) => field !== 'reference' && kind !== 'tenant' && !hidden.includes(field))
    .map(([field]) => field)
}

function readWanted(register: RegisterName, wanted: readonly Wanted[], zone: string) {
  const values: Record<string, FieldValue> = {}
  const problems: FieldProblem[] = []
  for (const { field, raw } of wanted) {
    const spec = fieldOf(register, field)
    if (spec === undefined) continue
    const reading = readRaw(register, field, spec, raw, zone)
    if (raw.trim() === '' && spec.required === true) problems.push({ path: field, code: 'required' })
    else if (reading.ok) values[field] = reading.value
    else problems.push(reading.problem)
  }
  return { values, problems }
}

/** What is wanted, what it would do, and doing it. */
export function useChangeMany({ register, marked, filter, onDone }: ChangeManyProps) {
  const { t } = useTranslation('registers')
  const notify = useNotify()
  const { timeZone, integer } = useFormat()
  const [wanted, setWanted] = useState<readonly Wanted[]>([])
  const [onlyMarked, setOnlyMarked] = useState(marked.length > 0)
  const [busy, setBusy] = useState(false)
  const { values, problems } = readWanted(register, wanted, timeZone)
  const target = onlyMarked ? { ids: [...marked] } : { filter }
  const isReady = wanted.length > 0 && problems.length === 0
  const preview = useQuery({
    queryKey: [register, 'previewMany', target, values],
    queryFn: () => recordApis[register].previewMany({ target, values }),
    enabled: isReady,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  })
  const shown = isReady ? preview.data : undefined
  const apply = async () => {
    if (shown === undefined || preview.isPlaceholderData) return
    setBusy(true)
    try {
      const changed = await recordApis[register].updateMany(shown.records, values)
      notify.show({
        tone: 'good',
        text: t('many.done', { changed: integer(changed), total: integer(shown.total) }),
      })
      onDone()
    } catch (error) {
      notify.failed(error)
      void preview.refetch()
    } finally {
      setBusy(false)
    }
  }
  return {
    wanted,
    setWanted,
    onlyMarked,
    setOnlyMarked,
    values,
    problems,
    preview: shown,
    failure: isReady ? preview.error : null,
    isSettled: shown !== undefined && !preview.isPlaceholderData,
    busy,
    apply,
  }
}
