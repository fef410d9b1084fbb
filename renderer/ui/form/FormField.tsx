import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  readonly id: string
  readonly label: string
  readonly required: boolean
  readonly error: string | undefined
  /** Something worth knowing that forbids nothing. */
  readonly hint?: ReactNode
  readonly wide: boolean
  readonly children: ReactNode
}

/** A field's label above its input, what is wrong with it below. */
export function FormField({ id, label, required, error, hint, wide, children }: Props) {
  const { t } = useTranslation('forms')
  return (
    <div className={wide ? 'form-field form-field-wide' : 'form-field'}>
      <label htmlFor={id}>
        {label}
        {required && <span className="form-required"> {t('required')}</span>}
      </label>
      {children}
      <div id={`${id}-note`} className="form-note">
        {error !== undefined && <span className="form-error">{error}</span>}
        {error === undefined && hint}
      </div>
    </div>
  )
}
