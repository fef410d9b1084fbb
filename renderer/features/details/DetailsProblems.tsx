import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '@shared/contract/result'
import type { PartName } from '@shared/features/details/part'
import { errorWords } from '../../i18n/errors'
import { useFormat } from '../../i18n/format'
import { placeOf, placeWords } from './finding-words'
import { inputId } from './use-details-form'

type Props = {
  readonly part: PartName
  readonly problems: readonly FieldProblem[]
  readonly failure: string | null
  readonly idBase: string
}

/** What keeps a part from being saved, on top of its form; a press leads to the field. */
export function DetailsProblems({ part, problems, failure, idBase }: Props) {
  const { t } = useTranslation('details')
  const { t: forms } = useTranslation('forms')
  const format = useFormat()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = problems[0]?.path
    if (first !== undefined) focusPlace(idBase, first)
    else if (failure !== null) box.current?.scrollIntoView({ block: 'nearest' })
  }, [idBase, failure, problems])
  if (problems.length === 0 && failure === null) return null
  return (
    <div ref={box} className="form-problems" role="alert">
      <p>{failure ?? forms('problems', { count: problems.length })}</p>
      <ul>
        {problems.map((problem) => {
          const place = placeOf(problem.path)
          return (
            <li key={`${problem.path} ${problem.code}`}>
              <button type="button" onClick={() => focusPlace(idBase, problem.path)}>
                {place === undefined ? problem.path : placeWords(part, place, t, format)}
              </button>{' '}
              {errorWords(problem)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The input, or the button that makes room for it in a line. */
function focusPlace(idBase: string, path: string) {
  const element = document.getElementById(inputId(idBase, path))
  element?.scrollIntoView({ block: 'center' })
  element?.focus()
}
