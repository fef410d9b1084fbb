import { AutoComplete } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { requestFields } from '@shared/features/requests/request'
import { compareKey } from '@shared/kernel/text'
import { useApiQuery } from '../../api/client'

type Props = {
  readonly id: string
  readonly value: string
  readonly status?: 'error' | undefined
  readonly onChange: (officer: string) => void
}

/** An officer, with what each has to do beside the name; whoever is not listed can be typed. */
export function OfficerPick({ id, value, status, onChange }: Props) {
  const { t } = useTranslation('workflow')
  const workload = useApiQuery('workflow', 'workload', {})
  const options = useMemo(
    () =>
      (workload.data ?? []).map(({ officer, ...load }) => ({
        value: officer,
        label: t('officer.load', { officer, ...load }),
      })),
    [workload.data, t],
  )
  return (
    <AutoComplete
      id={id}
      className="form-pick workflow-officer"
      value={value}
      status={status}
      maxLength={requestFields.officer.maxLength}
      options={options}
      listHeight={160}
      defaultActiveFirstOption={false}
      aria-describedby={`${id}-note`}
      getPopupContainer={(trigger: HTMLElement) => trigger.closest('dialog') ?? document.body}
      showSearch={{
        filterOption: (typed, option) => compareKey(option?.value ?? '').includes(compareKey(typed)),
      }}
      onChange={onChange}
    />
  )
}
