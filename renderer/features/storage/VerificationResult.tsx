import { useTranslation } from 'react-i18next'
import type { Verification } from '@shared/features/storage/storage'

/** What a full check of the data found. */
export function VerificationResult({ verification }: { readonly verification: Verification }) {
  const { t } = useTranslation('storage')
  if (verification.ok) {
    return (
      <p className="ui-result ui-result-good" role="status">
        {t('verified')}
      </p>
    )
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
