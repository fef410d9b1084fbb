import { useTranslation } from 'react-i18next'
import type { Verification } from '@shared/features/storage/storage'
import '../../ui/states.css'

/** What a full check of the data found. */
export function VerificationResult({ verification }: { readonly verification: Verification }) {
  const { t } = useTranslation('storage')
  if (verification.ok) {
    return <output className="ui-result ui-result-good">{t('verified')}</output>
  }
  return (
    <div className="ui-result ui-result-danger" role="alert">
      <p>{t('problemsFound', { count: verification.problems.length })}</p>
      <ul>
        {verification.problems.map((problem) => (
          <li key={`${problem.kind} ${problem.detail}`}>
            {t(`problem.${problem.kind}`)}: {problem.detail}
          </li>
        ))}
      </ul>
    </div>
  )
}
