import { useMemo } from 'react'
import { textDiff } from '@shared/kernel/text-diff'
import './states.css'

type Props = { readonly before: string; readonly after: string }

const marks = { gone: 'del', new: 'ins', same: 'span' } as const

/** What became of a longer text: taken out and put in, word by word. */
export function TextDiff({ before, after }: Props) {
  const parts = useMemo(() => textDiff(before, after), [before, after])
  return (
    <p className="ui-diff">
      {parts.map(({ kind, text }, index) => {
        const Mark = marks[kind]
        // oxlint-disable-next-line react/no-array-index-key -- A part is its place in the text and nothing else.
        return <Mark key={index}>{text}</Mark>
      })}
    </p>
  )
}
