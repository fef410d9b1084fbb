import { useTranslation } from 'react-i18next'
import { nameField, type RegisterName } from '@shared/kernel/registers'
import { useNotify } from '../../ui'
import { recordApis, type AnyRow } from './record-api'

/** Removes at once and offers to take it back; `nameOf` names the record in the notice. */
export function useRecordActions(register: RegisterName): {
  readonly remove: (row: AnyRow) => Promise<boolean>
  readonly restore: (row: AnyRow) => Promise<void>
} {
  const { t } = useTranslation('registers')
  const notify = useNotify()
  const records = recordApis[register]

  const restore = async (row: AnyRow) => {
    try {
      await records.restore(row)
      notify.show({ tone: 'good', text: t('restored', { name: nameOf(register, row) }) })
    } catch (error) {
      notify.failed(error)
    }
  }

  const remove = async (row: AnyRow) => {
    try {
      const removed = await records.remove(row)
      notify.show({
        tone: 'neutral',
        text: t('removed', { name: nameOf(register, row) }),
        action: { label: t('undo'), run: () => void restore(removed) },
      })
      return true
    } catch (error) {
      notify.failed(error)
      return false
    }
  }

  return { remove, restore }
}

/** What a record is called in a sentence: a tenant's name, else its number. */
export function nameOf(register: RegisterName, row: AnyRow): string {
  return String(row[nameField(register)] ?? '')
}
