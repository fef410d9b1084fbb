import { AutoComplete, Input } from 'antd'
import { useMemo } from 'react'
import { offeredCodes } from '@shared/features/details/code-words'
import type { CodeTableName } from '@shared/kernel/field'
import { languages } from '@shared/kernel/language'
import { compareKey } from '@shared/kernel/text'
import { useLanguage } from '../../i18n/language'
import type { InputProps } from './input-props'

type Props = InputProps & {
  readonly list: CodeTableName
  readonly disabled?: boolean
}

/** A code of a list that the park may add to: typed as it is written on paper, or found by what it means. */
export function CodeField(props: Props) {
  const { list, value, onChange, ...rest } = props
  if (offeredCodes(list).length > 0) return <OfferedCodes {...props} />
  return (
    <Input {...rest} autoComplete="off" value={value} onChange={(event) => onChange(event.target.value)} />
  )
}

function OfferedCodes({ list, value, onChange, ...rest }: Props) {
  const { language } = useLanguage()
  const options = useMemo(
    () =>
      offeredCodes(list).map((entry) => ({
        value: entry.code,
        label: `${entry.code} · ${entry[language][0] ?? ''}`,
        words: [entry.code, ...languages.flatMap((each) => entry[each])].map(compareKey).join('\n'),
      })),
    [list, language],
  )
  return (
    <AutoComplete
      {...rest}
      className="form-pick"
      popupMatchSelectWidth={280}
      value={value}
      options={options}
      showSearch={{
        filterOption: (typed, option) => option?.words.includes(compareKey(typed)) ?? false,
      }}
      onChange={(code: string | undefined) => onChange(code ?? '')}
    />
  )
}
