import { InputNumber, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileInspection } from '@shared/features/imports/import'
import { registerNames, wholeRegisterRights } from '@shared/kernel/registers'
import { useRights } from '../../api/session'
import { Card, Tag } from '../../ui'
import type { ImportState } from './use-import'

type Props = { readonly state: ImportState; readonly inspection: FileInspection }

/** How the file is read: format, register, sheet or encoding, header row; each can be set otherwise. */
export function FileCard({ state, inspection }: Props) {
  const { t } = useTranslation('imports')
  const { job, readAs } = state
  const { format, register, sheet, sheets, encoding, encodings, delimiter, headerRow } = inspection
  const disabled = job.running
  return (
    <Card title={t('screen.file')} extra={<Tag tone="accent">{t(`screen.format.${format}`)}</Tag>}>
      <div className="import-reading">
        <Choice
          label={t('screen.register')}
          value={register}
          disabled={disabled}
          options={useWritable().map((name) => ({ value: name, label: t(`screen.register.${name}`) }))}
          onChange={(next) => void readAs({ register: registerNames.find((name) => name === next) })}
        />
        {sheet !== null && (
          <Choice
            label={t('screen.sheet')}
            value={sheet}
            disabled={disabled}
            options={sheets.map(ownName)}
            onChange={(next) => void readAs({ sheet: next, headerRow: undefined })}
          />
        )}
        {encoding !== null && (
          <Choice
            label={t('screen.encoding')}
            value={encoding}
            disabled={disabled}
            options={[...new Set([encoding, ...encodings])].map(ownName)}
            onChange={(next) => void readAs({ encoding: next })}
          />
        )}
        <HeaderRow
          key={headerRow}
          value={headerRow}
          disabled={disabled}
          onChange={(next) => void readAs({ headerRow: next })}
        />
        {delimiter !== null && (
          <p className="import-note">
            {t('screen.delimiter', { sign: delimiterName(delimiter, t('screen.tab')) })}
          </p>
        )}
      </div>
    </Card>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly disabled: boolean
  readonly options: { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

function Choice({ label, ...rest }: ChoiceProps) {
  const id = useId()
  return (
    <div className="import-labelled">
      <label htmlFor={id}>{label}</label>
      <Select id={id} {...rest} />
    </div>
  )
}

function ownName(name: string) {
  return { value: name, label: name }
}

type RowProps = {
  readonly value: number
  readonly disabled: boolean
  readonly onChange: (row: number) => void
}

function HeaderRow({ value, disabled, onChange }: RowProps) {
  const { t } = useTranslation('imports')
  const id = useId()
  const [typed, setTyped] = useState<number | null>(value)
  // Reading the file anew for every digit would take the input away under the fingers.
  const settle = () => {
    if (typed !== null && typed !== value) onChange(typed)
  }
  return (
    <div className="import-labelled">
      <label htmlFor={id}>{t('screen.headerRow')}</label>
      <InputNumber
        id={id}
        min={1}
        max={200}
        precision={0}
        controls={false}
        value={typed}
        disabled={disabled}
        onChange={setTyped}
        onBlur={settle}
        onPressEnter={settle}
      />
    </div>
  )
}

function delimiterName(delimiter: string, tab: string): string {
  return delimiter === '\t' ? tab : delimiter
}

/** The registers somebody may bring rows into. */
function useWritable() {
  const rights = useRights()
  return registerNames.filter((name) =>
    wholeRegisterRights(name, 'write').every((right) => rights.has(right)),
  )
}
