import { Input } from 'antd'
import { useId } from 'react'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | null
  readonly hint?: string
  readonly maxLength: number
  readonly autoComplete?: string
  /** Signs of one width, for keys that are read off a paper. */
  readonly mono?: boolean
}

/** One line of text with its label above and what is wrong with it below. */
export function TextField(props: Props) {
  const { label, value, onChange, error, hint, maxLength, autoComplete = 'off', mono } = props
  const id = useId()
  return (
    <div className="password-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        className={mono === true ? 'key-input' : undefined}
        value={value}
        maxLength={maxLength}
        autoComplete={autoComplete}
        spellCheck={false}
        status={error == null ? '' : 'error'}
        aria-invalid={error != null}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <div id={`${id}-note`} className="password-note">
        {error == null ? (
          hint !== undefined && <p className="password-hint">{hint}</p>
        ) : (
          <p className="password-error" role="alert">
            {error}
          </p>
        )}
      </div>
    </div>
  )
}
