import { useMemo } from 'react'
import { textDiff } from '@shared/kernel/text-diff'
import './states.css'

type Props = { readonly before: string; readonly after: string }

const marks = { gone: 'del', new: 'ins', same: 'span' } as const

/** What became of a longer text: taken out and put in, word by word. */
export function TextDiff({ before, after }: Props) {
  const parts = useMemo(() => {
    let place = 0
    return textDiff(before, after).map((part) => {
      place += part.text.length
      return { ...part, key: `${part.kind} ${place}` }
    })
  }, [before, after])
  return (
    <p className="ui-diff">
      {parts.map(({ key, kind, text }) => {
        const Mark = marks[kind]
        return <Mark key={key}>{text}</Mark>
      })}
    </p>
  )
}
