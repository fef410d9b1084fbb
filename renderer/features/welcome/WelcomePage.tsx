import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApiQuery } from '../../api/client'
import { Mark } from '../../ui'
import { LanguageStep } from './LanguageStep'
import { ParkStep } from './ParkStep'
import { StartStep } from './StartStep'
import './welcome.css'

const steps = ['language', 'park', 'start'] as const
type Step = (typeof steps)[number]

/** The first steps: language, park, and then workbooks or the sample park. */
export function WelcomePage() {
  const { t } = useTranslation(['storage', 'common'])
  const status = useApiQuery('storage', 'status', {}).data
  const [chosen, setStep] = useState<Step>('language')
  // A park that exists already is not made again, whichever way somebody came here.
  const step = status?.state === 'ready' ? 'start' : chosen
  return (
    <main className="ui-window">
      <div className="ui-panel">
        <div className="welcome-brand">
          <Mark />
          <span>{t('common:product')}</span>
        </div>
        <ol className="welcome-steps">
          {steps.map((each, index) => (
            <li
              key={each}
              aria-current={each === step ? 'step' : undefined}
              className={steps.indexOf(step) >= index ? 'welcome-step-reached' : undefined}
            >
              {t(`step.${each}`)}
            </li>
          ))}
        </ol>
        {step === 'language' && <LanguageStep onNext={() => setStep('park')} />}
        {step === 'park' && <ParkStep onBack={() => setStep('language')} onNext={() => setStep('start')} />}
        {step === 'start' && <StartStep />}
      </div>
    </main>
  )
}
