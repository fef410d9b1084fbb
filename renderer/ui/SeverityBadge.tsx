import { useTranslation } from 'react-i18next'
import './ui.css'

/** Severity of an incident, 1 (slight) to 5 (disaster), as its number on its colour. */
export function SeverityBadge({ severity }: { readonly severity: number }) {
  const { t } = useTranslation('common')
  return (
    <span className={`ui-severity ui-severity-${severity}`}>
      <span className="visually-hidden">{t('severity')} </span>
      {severity}
    </span>
  )
}
