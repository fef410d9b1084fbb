import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '@shared/contract/result'
import { fieldLabel } from '@shared/kernel/field-labels'
import type { RegisterName } from '@shared/kernel/registers'
import { errorWords } from '../../i18n/errors'
import { useLanguage } from '../../i18n/language'

type Props = {
  readonly register: RegisterName
  readonly problems: readonly FieldProblem[]
  readonly failure: string | null
  readonly idBase: string
}

/** What is wrong with a form, on top of it; a press leads to the field. */
export function ProblemList({ register, problems, failure, idBase }: Props) {
  const { t } = useTranslation('forms')
  const { language } = useLanguage()
  const shown = useRef(0)
  useEffect(() => {
    // Only a new attempt to save moves the focus, not the mending of one field after the other.
    if (problems.length > shown.current) focusField(idBase, problems[0]?.path)
    shown.current = problems.length
  }, [idBase, problems])
  if (problems.length === 0 && failure === null) return null
  return (
    <div className="form-problems" role="alert">
      <p>{failure ?? t('problems', { count: problems.length })}</p>
      <ul>
        {problems.map((problem) => (
          <li key={problem.path}>
            <button type="button" onClick={() => focusField(idBase, problem.path)}>
              {fieldLabel(register, problem.path, language)}
            </button>{' '}
            {errorWords(problem)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function focusField(idBase: string, field: string | undefined) {
  if (field === undefined) return
  const input = document.getElementById(`${idBase}-${field}`)
  input?.scrollIntoView({ block: 'center' })
  input?.focus()
}
