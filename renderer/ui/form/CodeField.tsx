import { Input } from 'antd'
import type { CodeTableName } from '@shared/kernel/field'
import type { InputProps } from './input-props'

type Props = InputProps & {
  readonly list: CodeTableName
  readonly disabled?: boolean
}

/** A code of a list that the park may add to, typed as it is written on paper. */
export function CodeField({ list: _list, value, onChange, ...rest }: Props) {
  return (
    <Input {...rest} autoComplete="off" value={value} onChange={(event) => onChange(event.target.value)} />
  )
}
