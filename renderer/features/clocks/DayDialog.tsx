import { Button, ConfigProvider, Input, Select } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayKinds, type CalendarDay, type WorkingWeek } from '@shared/features/clocks/calendar'
import { useFormat } from '../../i18n/format'
import { Dialog } from '../../ui'
import { DateInput } from '../../ui/form'
import { useDayDraft } from './use-day-draft'

type Props = {
  /** Null: a new one. */
  readonly day: CalendarDay | null
  readonly taken: readonly CalendarDay[]
  readonly week: WorkingWeek
  readonly onClose: () => void
  readonly onDone: (day: CalendarDay) => void
}

/** A day that is unlike its weekday. */
export function DayDialog({ day, taken, week, onClose, onDone }: Props) {
  const { t } = useTranslation(['clocks', 'common'])
  const format = useFormat()
  const id = useId()
  const others = taken.filter((each) => each !== day)
  const draft = useDayDraft(day, others, week, onDone)
  return (
    <Dialog
      title={day === null ? t('days.add') : t('days.edit', { date: format.date(day.date) })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="primary" htmlType="submit" form={id}>
            {day === null ? t('common:add') : t('days.apply')}
          </Button>
        </>
      }
    >
      <ConfigProvider getPopupContainer={inDialog}>
        <form
          id={id}
          className="clocks-form"
          onSubmit={(event) => {
            event.preventDefault()
            draft.submit()
          }}
        >
          <DayFields {...draft} />
          {draft.problem !== null && (
            <p className="clocks-problem" role="alert">
              {t(draft.problem)}
            </p>
          )}
        </form>
      </ConfigProvider>
    </Dialog>
  )
}

function DayFields({ typed, change, chooseKind }: ReturnType<typeof useDayDraft>) {
  const { t } = useTranslation('clocks')
  return (
    <>
      <Labelled label={t('days.date')}>
        {(field) => <DateInput id={field} value={typed.date} onChange={(date) => change({ date })} />}
      </Labelled>
      <Labelled label={t('days.kind')}>
        {(field) => (
          <Select
            id={field}
            value={typed.kind}
            onChange={chooseKind}
            options={dayKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        )}
      </Labelled>
      {typed.kind !== 'holiday' && (
        <Labelled label={t('days.hours')}>
          {(field) => (
            <Input
              id={field}
              value={typed.hours}
              maxLength={120}
              onChange={(event) => change({ hours: event.target.value })}
            />
          )}
        </Labelled>
      )}
      <Labelled label={t('days.name')}>
        {(field) => (
          <Input
            id={field}
            value={typed.name}
            maxLength={200}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Labelled>
    </>
  )
}

/** A list of choices must lie above the dialog: whatever stands outside of it is behind it. */
const inDialog = (trigger?: HTMLElement) => trigger?.closest('dialog') ?? document.body

type LabelledProps = { readonly label: string; readonly children: (id: string) => ReactNode }

function Labelled({ label, children }: LabelledProps) {
  const id = useId()
  return (
    <div className="clocks-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
