import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maximumMany } from '@shared/contract/many'
import type { FilterInput } from '@shared/contract/page'
import type { RegisterName } from '@shared/kernel/registers'
import { useRights } from '../../api/session'
import type { Marks } from '../../ui/register'

export type MarksControl = Marks & { readonly clear: () => void }

const none: ReadonlySet<string> = new Set()

/** Rows of a list that are to be changed together; another list begins with none. Undefined where nothing may be changed. */
export function useMarks(register: RegisterName, filter: FilterInput): MarksControl | undefined {
  const { t } = useTranslation('registers')
  const mayWrite = useRights().has(`${register}.write`)
  const [ids, setIds] = useState(none)
  const [marked, setMarked] = useState(filter)
  if (marked !== filter) {
    setMarked(filter)
    setIds(none)
  }
  return useMemo(() => {
    if (!mayWrite || filter.deleted === true) return undefined
    return {
      ids,
      toggle: (id) => setIds((before) => toggled(before, id)),
      label: () => t('mark.one'),
      clear: () => setIds(none),
    }
  }, [filter.deleted, ids, mayWrite, t])
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(before)
  if (!next.delete(id) && next.size < maximumMany) next.add(id)
  return next
}
