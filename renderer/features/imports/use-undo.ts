import { useTranslation } from 'react-i18next'
import { api } from '../../api/client'
import { useNotify } from '../../ui'

/** Takes a whole import back and says what became of its rows. Answers whether it did. */
export function useUndo(): (batchId: string) => Promise<boolean> {
  const { t } = useTranslation('imports')
  const notify = useNotify()
  return async (batchId) => {
    try {
      const batch = await api.imports.undo({ batchId })
      const kept = batch.keptAtUndo ?? 0
      notify.show({
        tone: 'good',
        text: t('screen.takenBack', {
          file: batch.fileName,
          count: batch.created + batch.updated - kept,
          kept,
        }),
      })
      return true
    } catch (error) {
      notify.failed(error)
      return false
    }
  }
}
