import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, ProgressLine } from '../../ui'
import { PreviewWords } from './PreviewWords'
import type { Restore, RestoreSource } from './use-restore'
import '../../ui/states.css'

type Props = { readonly source: RestoreSource; readonly restore: Restore }

/**
 * Puts a backup in the place of the data. The words say what would be lost, and a word has to be typed: everybody's
 * entries since then leave the screen.
 */
export function RestoreDialog({ source, restore }: Props) {
  const { t } = useTranslation(['backups', 'common'])
  const [key, setKey] = useState('')
  const [typed, setTyped] = useState('')
  const [otherPark, setOtherPark] = useState(false)
  const { preview, keyNeeded, problem, job } = restore
  const isAside = source.kind === 'aside'
  const known = isAside || (preview !== null && (!preview.otherPark || otherPark))
  const confirmed = typed.trim().toLocaleLowerCase() === t('word').toLocaleLowerCase()
  return (
    <Dialog
      title={t(isAside ? 'bringBackTitle' : 'restoreTitle', { name: source.label })}
      onClose={restore.close}
      footer={
        <>
          <Button onClick={restore.close}>{t('common:cancel')}</Button>
          {keyNeeded ? (
            <Button type="primary" disabled={job.running} onClick={() => restore.look(key)}>
              {t('look')}
            </Button>
          ) : (
            <Button
              type="primary"
              danger
              disabled={!known || !confirmed || job.running}
              onClick={() => restore.restore({ recoveryKey: key, otherPark })}
            >
              {t(isAside ? 'bringBackNow' : 'restoreNow')}
            </Button>
          )}
        </>
      }
    >
      {problem !== null && (
        <p className="ui-result ui-result-danger" role="alert">
          {problem}
        </p>
      )}
      {keyNeeded && <Field label={t('key')} value={key} onChange={setKey} />}
      {isAside && <p>{t('bringBackText')}</p>}
      {preview !== null && (
        <PreviewWords preview={preview} otherPark={otherPark} onOtherPark={setOtherPark} />
      )}
      {(preview !== null || isAside) && (
        <Field label={t('type', { word: t('word') })} value={typed} onChange={setTyped} />
      )}
      {job.running && <ProgressLine progress={job.progress} />}
    </Dialog>
  )
}

type FieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Field({ label, value, onChange }: FieldProps) {
  const id = useId()
  return (
    <div className="backups-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={value}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
