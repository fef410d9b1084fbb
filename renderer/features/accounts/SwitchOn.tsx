import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, failureOf } from '../../api/client'
import { showMe } from '../../api/session'
import { wordsOfError } from '../../i18n/errors'
import { Card, useNotify } from '../../ui'
import { AdministratorsStep, type Administrator } from './AdministratorsStep'
import { RecoveryKeyPaper } from './RecoveryKeyPaper'

const steps = ['meaning', 'people', 'key'] as const
type Step = (typeof steps)[number]

const nobody: Administrator = { name: '', displayName: '', password: '' }

/** Switches accounts on: what that means, two administrators, the recovery key on paper and typed back. */
export function SwitchOn() {
  const { t } = useTranslation('accounts')
  const client = useQueryClient()
  const notify = useNotify()
  const [step, setStep] = useState<Step>('meaning')
  const [people, setPeople] = useState<readonly [Administrator, Administrator]>([nobody, nobody])
  const [recoveryKey, setRecoveryKey] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const toKey = async () => {
    setProblem(null)
    // Whoever comes back to mend a password may have the key on paper already.
    if (recoveryKey === '') setRecoveryKey((await api.accounts.newRecoveryKey({ password: '' })).recoveryKey)
    setStep('key')
  }
  const switchOn = async (typed: string) => {
    try {
      showMe(client, await api.accounts.switchOn({ administrators: [...people], recoveryKey: typed }))
      notify.show({ tone: 'good', text: t('on.done') })
    } catch (error) {
      if (failureOf(error).code === 'recovery_key_wrong') throw error
      setProblem(wordsOfError(error))
      setStep('people')
    }
  }
  return (
    <Card className="switch-on">
      <Steps step={step} />
      {step === 'meaning' && <Meaning onNext={() => setStep('people')} />}
      {step === 'people' && (
        <AdministratorsStep
          people={people}
          onChange={setPeople}
          onBack={() => setStep('meaning')}
          problem={problem}
          onNext={() => void toKey().catch(notify.failed)}
        />
      )}
      {step === 'key' && (
        <RecoveryKeyPaper recoveryKey={recoveryKey} doneLabel={t('on.submit')} onTyped={switchOn} />
      )}
    </Card>
  )
}

function Steps({ step }: { readonly step: Step }) {
  const { t } = useTranslation('accounts')
  return (
    <ol className="switch-steps">
      {steps.map((each, index) => (
        <li
          key={each}
          aria-current={each === step ? 'step' : undefined}
          className={steps.indexOf(step) >= index ? 'switch-step-reached' : undefined}
        >
          {t(`on.step.${each}`)}
        </li>
      ))}
    </ol>
  )
}

const changes = ['everybody', 'rights', 'lock', 'log', 'backups', 'key'] as const

function Meaning({ onNext }: { readonly onNext: () => void }) {
  const { t } = useTranslation('accounts')
  return (
    <div className="key-step">
      <p>{t('none.text')}</p>
      <h2>{t('on.changes')}</h2>
      <ul className="key-rules">
        {changes.map((change) => (
          <li key={change}>{t(`on.change.${change}`)}</li>
        ))}
      </ul>
      <div className="ui-actions-end">
        <Button type="primary" onClick={onNext}>
          {t('on.begin')}
        </Button>
      </div>
    </div>
  )
}
