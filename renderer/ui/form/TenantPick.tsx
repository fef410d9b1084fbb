import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TenantOption } from '@shared/features/tenants/tenants.contract'
import { useApiQuery } from '../../api/client'
import type { InputProps } from './input-props'
import { useClear } from './use-clear'
import { useDelayed } from './use-delayed'

/** Pause in typing after which tenants are looked up. */
const typingPause = 150

/** A tenant, found by typing a name in any language, its pinyin or its number. */
export function TenantPick({ value, onChange, ...rest }: InputProps) {
  const { t } = useTranslation('forms')
  const clear = useClear()
  const [typed, setTyped] = useState('')
  const text = useDelayed(typed, typingPause)
  const found = useApiQuery('tenants', 'lookup', { text, limit: 20 }, { placeholderData: (before) => before })
  const chosen = useApiQuery('tenants', 'get', { id: value }, { enabled: value !== '' })
  const options = (found.data ?? []).map(option)
  const isListed = options.some((each) => each.value === value)
  const current = chosen.data?.tenant
  return (
    <Select
      {...rest}
      className="form-pick"
      allowClear={clear}
      popupMatchSelectWidth={360}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={rest.placeholder ?? t('tenantHint')}
      notFoundContent={found.isFetching ? t('searching') : t('noTenant')}
      value={value === '' ? undefined : value}
      options={isListed || current === undefined ? options : [option(current), ...options]}
      onChange={(id: string | undefined) => onChange(id ?? '')}
    />
  )
}

function option(tenant: TenantOption) {
  return {
    value: tenant.id,
    label: tenant.registrationNo === null ? tenant.name : `${tenant.name} · ${tenant.registrationNo}`,
  }
}
