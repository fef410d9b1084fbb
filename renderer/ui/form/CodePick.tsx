import { Select } from 'antd'
import { useMemo } from 'react'
import { codeEntries, type CodeEntry } from '@shared/kernel/code-lists'
import type { CodeListName } from '@shared/kernel/field'
import { languages } from '@shared/kernel/language'
import { compareKey } from '@shared/kernel/text'
import { useLanguage } from '../../i18n/language'
import type { InputProps } from './input-props'
import { useClear } from './use-clear'

/** Lists whose codes people know by heart and want to see. */
const shownCodes: readonly CodeListName[] = ['country', 'currency']

type Common = Omit<InputProps, 'value' | 'onChange'> & { readonly list: CodeListName }

type Props =
  | (Common & {
      readonly multiple?: false
      readonly value: string
      readonly onChange: (value: string) => void
    })
  | (Common & {
      readonly multiple: true
      readonly value: readonly string[]
      readonly onChange: (value: readonly string[]) => void
    })

/** A code of a list, found by typing its name in any language or the code itself. */
export function CodePick(props: Props) {
  const { list, multiple: _multiple, value: _value, onChange: _onChange, ...rest } = props
  const { language } = useLanguage()
  const clear = useClear()
  const options = useMemo(
    () =>
      codeEntries(list).map((entry) => ({
        value: entry.code,
        label: shownCodes.includes(list) ? `${entry[language][0] ?? ''} · ${entry.code}` : entry[language][0],
        words: searchWords(entry),
      })),
    [list, language],
  )
  const common = {
    ...rest,
    className: 'form-pick',
    options,
    popupMatchSelectWidth: 240,
    getPopupContainer: (trigger: HTMLElement) => trigger.closest('dialog') ?? document.body,
    showSearch: {
      filterOption: (typed: string, option?: { readonly words: string }) =>
        option?.words.includes(compareKey(typed)) ?? false,
    },
  }
  if (props.multiple === true) {
    return (
      <Select
        {...common}
        mode="multiple"
        value={[...props.value]}
        onChange={(codes) => props.onChange(codes)}
      />
    )
  }
  const { value, onChange } = props
  return (
    <Select
      {...common}
      allowClear={clear}
      value={value === '' ? undefined : value}
      onChange={(code: string | undefined) => onChange(code ?? '')}
    />
  )
}

function searchWords(entry: CodeEntry): string {
  return [entry.code, ...languages.flatMap((language) => entry[language])].map(compareKey).join('\n')
}
