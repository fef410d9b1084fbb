/** What every input of a form has in common. */
export type InputProps = {
  readonly id: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly status?: 'error'
  readonly placeholder?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: boolean
  readonly 'aria-required'?: boolean
}
