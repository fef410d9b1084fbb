import { codeLabel } from '@shared/kernel/code-lists'
import { useLanguage } from '../../i18n/language'
import { Tag, type Tone } from '../../ui'
import type { ListedRow } from '../registers'

const tones: Readonly<Record<string, Tone>> = { reported: 'attention', in_progress: 'accent', closed: 'good' }

/** Where the handling of an incident stands. */
export function IncidentStatusTag({ row }: { readonly row: ListedRow }) {
  const { language } = useLanguage()
  const status = String(row['status'] ?? '')
  return <Tag tone={tones[status] ?? 'neutral'}>{codeLabel('incidentStatus', status, language)}</Tag>
}
