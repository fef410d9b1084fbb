import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, Popover } from 'antd'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileInspection } from '@shared/features/imports/import'
import type { RegisterName } from '@shared/kernel/registers'
import { api, apiKey } from '../../api/client'
import { useNotify } from '../../ui'
import { focusBack } from '../../ui/focus-back'
import { focusFirst } from '../../ui/focus-first'
import type { Mapping } from './use-import'

type Props = {
  readonly register: RegisterName
  readonly inspection: FileInspection
  readonly mapping: Mapping
}

/** Keeps how the columns go, so that the next file with this header is understood by itself. */
export function ProfileKeeper({ register, inspection, mapping }: Props) {
  const { t } = useTranslation('imports')
  const notify = useNotify()
  const client = useQueryClient()
  const id = useId()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const [name, setName] = useState(inspection.profile ?? '')
  const keep = async () => {
    try {
      const headers = inspection.columns.map((column) => column.header)
      const kept = await api.imports.saveProfile({ register, name, headers, mapping: { ...mapping } })
      await client.invalidateQueries({ queryKey: apiKey('imports', 'profiles') })
      notify.show({ tone: 'good', text: t('screen.profileKept', { name: kept.name }) })
      setOpen(false)
    } catch (error) {
      notify.failed(error)
    }
  }
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      afterOpenChange={(shown) => !shown && focusBack(opener.current)}
      content={
        <form
          ref={focusFirst}
          className="import-profile"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() !== '') void keep()
          }}
        >
          <label htmlFor={id}>{t('screen.profileName')}</label>
          <Input id={id} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
          <Button type="primary" htmlType="submit" disabled={name.trim() === ''}>
            {t('screen.profileKeep')}
          </Button>
        </form>
      }
    >
      <Button ref={opener}>{t('screen.profile')}</Button>
    </Popover>
  )
}
