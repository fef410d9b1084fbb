import { useTranslation } from 'react-i18next'
import type { ChangePlace } from '@shared/features/details/changes'
import { detailLabel } from '@shared/features/details/words'
import { useLanguage } from '../../i18n/language'

/** What a change of a request's details is called: the field, with its line where it has one. */
export function useChangeWords(): (place: ChangePlace) => string {
  const { t } = useTranslation('details')
  const { language } = useLanguage()
  return ({ part, list, line, field }) => {
    if (list === undefined || line === undefined) return detailLabel(list ?? part.name, field, language)
    return t(`line.${list}`, { number: line, field: detailLabel(list, field, language) })
  }
}
