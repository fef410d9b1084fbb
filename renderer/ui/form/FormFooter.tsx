import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format'
import { Kbd } from '../Kbd'

type Props = {
  readonly keptAt: number | null
  readonly busy: boolean
  readonly onSave: (close: boolean) => void
  readonly onCancel: () => void
}

/** Stays at the bottom of a form: what is kept, and the buttons, the first of them at the end. */
export function FormFooter({ keptAt, busy, onSave, onCancel }: Props) {
  const { t } = useTranslation('forms')
  const format = useFormat()
  return (
    <footer className="form-footer">
      <div>
        <output className="form-kept">
          {keptAt === null ? '' : t('draft.kept', { time: format.time(keptAt) })}
        </output>
        <Button onClick={onCancel}>{t('leave')}</Button>
        <Button disabled={busy} onClick={() => onSave(false)}>
          {t('save')} <Kbd>Ctrl S</Kbd>
        </Button>
        <Button type="primary" loading={busy} onClick={() => onSave(true)}>
          {t('saveAndClose')}
        </Button>
      </div>
    </footer>
  )
}
