import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changePlace } from '@shared/features/details/changes'
import type { FieldChanges } from '@shared/features/history/history.contract'
import type { RegisterName } from '@shared/kernel/registers'
import { FieldChange } from './FieldChange'

/** Fields of one change from which on the last of them are folded away. */
const foldedFrom = 12

type Props = { readonly register: RegisterName; readonly changes: FieldChanges }

/** Each field of a change with its value before and after; of many, the first few until somebody asks for the rest. */
export function ChangeList({ register, changes }: Props) {
  const { t } = useTranslation('history')
  const [whole, setWhole] = useState(false)
  const told = Object.entries(changes).filter(([field]) => !isOrderOfOthers(field, changes))
  const shown = whole || told.length <= foldedFrom ? told : told.slice(0, foldedFrom - 2)
  if (told.length === 0) return null
  return (
    <>
      <dl>
        {shown.map(([field, change]) => (
          <FieldChange key={field} register={register} field={field} change={change} />
        ))}
      </dl>
      {shown.length < told.length && (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          {t('more', { count: told.length - shown.length })}
        </Button>
      )}
    </>
  )
}

/** Lines that came or went change the order of a list; only where nothing else tells of it is it worth a line. */
function isOrderOfOthers(field: string, changes: FieldChanges): boolean {
  const list = field.endsWith('.order') ? changePlace(field)?.list : undefined
  return list !== undefined && Object.keys(changes).some((other) => other.startsWith(`${list}[`))
}
