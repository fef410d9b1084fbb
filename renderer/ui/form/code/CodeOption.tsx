import type { CodeHit } from '@shared/features/codes/codes.contract'
import { labelIn } from '@shared/features/codes/code'
import { useLanguage } from '../../../i18n/language'
import { CodeLabel, useFactLine } from './label'

/** One code of those offered: the code, its label, and beneath what it lies below or what else is known of it. */
export function CodeOption({ hit }: { readonly hit: CodeHit }) {
  const { language } = useLanguage()
  const factLine = useFactLine()
  const above = hit.path.at(-1)
  const beneath =
    above === undefined ? factLine(hit.facts) : `${above.code} ${labelIn(above.labels, language).text}`
  return (
    <span className="code-option">
      <span className="code-option-code numeric">{hit.code}</span>
      <span className="code-option-words">
        <CodeLabel labels={hit.labels} />
        {beneath !== '' && <small>{beneath}</small>}
      </span>
    </span>
  )
}
