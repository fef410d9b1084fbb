import { codeLabel } from '@shared/kernel/code-lists'
import { useLanguage } from '../../i18n/language'
import { Tag, type Tone } from '../../ui'

const tones: Readonly<Record<string, Tone>> = {
  new: 'accent',
  in_progress: 'accent',
  waiting_tenant: 'attention',
  waiting_authority: 'attention',
  closed: 'good',
}

/** Where a request stands. */
export function StatusTag({ status }: { readonly status: string }) {
  const { language } = useLanguage()
  return <Tag tone={tones[status] ?? 'neutral'}>{codeLabel('requestStatus', status, language)}</Tag>
}
