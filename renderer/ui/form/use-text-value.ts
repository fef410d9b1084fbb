import { useState } from 'react'

/**
 * An input that is typed freely and whose value has one written form: what can be read becomes that form, what cannot
 * stays as it was typed. On leaving the input the value is shown as it was understood.
 *
 * @param show the value as people read it
 * @param read the value's written form, or the text itself where it cannot be read
 */
export function useTextValue(
  value: string,
  onChange: (value: string) => void,
  show: (value: string) => string,
  read: (text: string) => string,
): { readonly text: string; readonly type: (text: string) => void; readonly settle: () => void } {
  const [state, setState] = useState({ text: show(value), value })
  if (state.value !== value) setState({ text: show(value), value })
  return {
    text: state.value === value ? state.text : show(value),
    type: (text) => {
      const next = read(text)
      setState({ text, value: next })
      onChange(next)
    },
    settle: () => setState({ text: show(value), value }),
  }
}
