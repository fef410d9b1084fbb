import { useTranslation } from 'react-i18next'
import { labelIn, type Code, type CodeLabels } from '@shared/features/codes/code'
import { codeLabel as closedLabel } from '@shared/kernel/code-lists'
import { useLanguage } from '../../../i18n/language'
import './code.css'

/** A label in the interface's language; where there is none, another one, marked as such. */
export function CodeLabel({ labels }: { readonly labels: CodeLabels }) {
  const { t } = useTranslation('codes')
  const { language } = useLanguage()
  const { text, language: own, isFallback } = labelIn(labels, language)
  if (!isFallback) return <span>{text}</span>
  return (
    <>
      <span lang={own}>{text}</span>{' '}
      <span className="code-foreign">{own === 'en' ? t('pick.inEnglish') : t('pick.inOther')}</span>
    </>
  )
}

const modes = ['road', 'rail', 'sea', 'river', 'air', 'pipeline'] as const

/** What a list tells of a code beyond its label, in one line; empty where that is nothing. */
export function useFactLine(): (facts: Code['facts']) => string {
  const { t } = useTranslation('codes')
  const { language } = useLanguage()
  return (facts) => {
    const words = (name: string) => (facts[name] ?? '').split(' ').filter((word) => word !== '')
    const ways = modes.filter((mode) => words('modes').includes(mode))
    return [
      words('countries')
        .map((country) => closedLabel('country', country, language))
        .join(' – '),
      ways.map((mode) => t(`mode.${mode}`)).join(', '),
      words('locodes').join(', '),
      facts['gauge'] === undefined ? '' : t('gauge', { gauge: facts['gauge'] }),
    ]
      .filter((part) => part !== '')
      .join(' · ')
  }
}
