import { InputNumber, Select } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileInspection } from '@shared/features/imports/import'
import { registerNames } from '@shared/kernel/registers'
import { Card, Tag } from '../../ui'
import type { ImportState } from './use-import'

type Props = { readonly state: ImportState; readonly inspection: FileInspection }

/** How the file is read: format, register, sheet or encoding, header row; each can be set otherwise. */
export function FileCard({ state, inspection }: Props) {
  const { t } = useTranslation('imports')
  const { job, readAs } = state
  const { format, register, sheet, sheets, encoding, encodings, delimiter, headerRow } = inspection
  return (
    <Card title={t('screen.file')} extra={<Tag tone="accent">{t(`screen.format.${format}`)}</Tag>}>
      <div className="import-reading">
        <Labelled label={t('screen.register')}>
          {(id) => (
            <Select
              id={id}
              value={register}
              disabled={job.running}
              options={registerNames.map((name) => ({ value: name, label: t(`screen.register.${name}`) }))}
              onChange={(next) => void readAs({ register: next })}
            />
          )}
        </Labelled>
        {sheet !== null && (
          <Labelled label={t('screen.sheet')}>
            {(id) => (
              <Select
                id={id}
                value={sheet}
                disabled={job.running}
                options={sheets.map((name) => ({ value: name, label: name }))}
                onChange={(next) => void readAs({ sheet: next, headerRow: undefined })}
              />
            )}
          </Labelled>
        )}
        {encoding !== null && (
          <Labelled label={t('screen.encoding')}>
            {(id) => (
              <Select
                id={id}
                value={encoding}
                disabled={job.running}
                options={[...new Set([encoding, ...encodings])].map((name) => ({ value: name, label: name }))}
                onChange={(next) => void readAs({ encoding: next })}
              />
            )}
          </Labelled>
        )}
        <Labelled label={t('screen.headerRow')}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={200}
              precision={0}
              value={headerRow}
              disabled={job.running}
              onChange={(next) => {
                if (typeof next === 'number') void readAs({ headerRow: next })
              }}
            />
          )}
        </Labelled>
        {delimiter !== null && (
          <p className="import-note">
            {t('screen.delimiter', { sign: delimiterName(delimiter, t('screen.tab')) })}
          </p>
        )}
      </div>
    </Card>
  )
}

function delimiterName(delimiter: string, tab: string): string {
  return delimiter === '\t' ? tab : delimiter
}

function Labelled({
  label,
  children,
}: {
  readonly label: string
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="import-labelled">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
