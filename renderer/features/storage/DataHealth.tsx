import { useTranslation } from 'react-i18next'
import type { StorageStatus } from '@shared/features/storage/storage'
import { useFormat } from '../../i18n/format'

/** How the data stands: the last check of everything, a stop that was none, a medium that can be pulled out. */
export function DataHealth({ status }: { readonly status: StorageStatus }) {
  const { t } = useTranslation('storage')
  const format = useFormat()
  const check = status.fullCheck
  const at = check === null ? '' : format.instant(check.at)
  const problems = check?.problems.map((kind) => t(`problem.${kind}`)).join(', ') ?? ''
  return (
    <dl className="ui-facts">
      <div>
        <dt>{t('health.check')}</dt>
        {check === null && <dd>{t('health.never')}</dd>}
        {check !== null && problems === '' && <dd>{t('health.good', { at })}</dd>}
        {problems !== '' && <dd className="ui-state-danger">{t('health.bad', { at, problems })}</dd>}
      </div>
      {status.uncleanStop && (
        <div>
          <dt>{t('health.stop')}</dt>
          <dd>{t('health.unclean')}</dd>
        </div>
      )}
      {status.removable && (
        <div>
          <dt>{t('health.medium')}</dt>
          <dd>{t('health.removable')}</dd>
        </div>
      )}
    </dl>
  )
}
