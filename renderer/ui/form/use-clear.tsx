import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** The cross that empties a pick list, called by a word of the interface; the library has an English one only. */
export function useClear() {
  const { t } = useTranslation('common')
  return { clearIcon: <X size={12} strokeWidth={1.8} aria-hidden />, label: t('clear') }
}
