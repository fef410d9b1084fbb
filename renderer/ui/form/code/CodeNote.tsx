import { useTranslation } from 'react-i18next'
import { labelIn } from '@shared/features/codes/code'
import { codebookRule, type CodebookName } from '@shared/features/codes/codebooks'
import type { KnownCode } from '@shared/features/codes/codes.contract'
import { useFormat } from '../../../i18n/format'
import { useLanguage } from '../../../i18n/language'
import { Tag } from '../../Tag'
import { CodeLabel } from './label'
import { useValidity } from './validity'

type Props = { readonly list: CodebookName; readonly known: KnownCode }

/** What the code in a field means, or what is wrong with it; nothing that is entered is ever taken away. */
export function CodeNote({ list, known }: Props) {
  const { t } = useTranslation('codes')
  const { language } = useLanguage()
  const above = known.path.at(-1)
  const place = above && { code: above.code, label: labelIn(above.labels, language).text }
  if (known.standing === 'listed') return <Listed known={known} />
  if (known.standing === 'below' && place) return <span>{t('pick.below', place)}</span>
  if (codebookRule(list).free === 'any') return <span>{t('pick.unlisted')}</span>
  if (place && known.code.length > place.code.length) {
    return <span className="form-warning">{t('pick.unknownBelow', place)}</span>
  }
  return <span className="form-warning">{t('pick.unknown')}</span>
}

function Listed({ known: { entry, time, hidden } }: { readonly known: KnownCode }) {
  const { t } = useTranslation('codes')
  const validity = useValidity()
  const { date } = useFormat()
  if (entry === null) return null
  return (
    <span>
      <CodeLabel labels={entry.labels} />
      {hidden && (
        <>
          {' '}
          <Tag tone="attention">{t('hidden')}</Tag>
        </>
      )}
      {time !== 'valid' && (
        <>
          {' '}
          <Tag tone="attention" title={validity(entry, date)}>
            {t(`time.${time}`)}
          </Tag>
        </>
      )}
    </span>
  )
}
