import { useTranslation } from 'react-i18next'
import type { UndoStep } from '@shared/features/undo/undo.contract'

/** What a step did, in a few words: `change of CUS-2026-000123`. */
export function useStepWords(): (step: UndoStep) => string {
  const { t } = useTranslation('undo')
  return ({ action, label, count }) => t(`step.${action}`, { label, count })
}
