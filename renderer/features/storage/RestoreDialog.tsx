import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client'
import { useJob } from '../../api/jobs'
import { Dialog, ProgressLine, useNotify } from '../../ui'

/**
 * Puts a backup in the place of the data. The one act here that asks first, by typing a word: everybody's entries
 * since that backup leave the screen.
 */
export function RestoreDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['storage', 'common'])
  const [typed, setTyped] = useState('')
  const job = useJob()
  const notify = useNotify()
  const id = useId()
  const word = t('restoreWord')
  const confirmed = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase()
  const restore = async () => {
    const file = await api.shell.chooseFile({ purpose: 'restore', title: t('restoreTitle') })
    if (file === null) return
    await job.run((jobId) => api.storage.restore({ jobId, file: file.token }))
    notify.show({ tone: 'good', text: t('restored', { file: file.name }) })
    onClose()
  }
  return (
    <Dialog
      title={t('restoreTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button
            type="primary"
            danger
            disabled={!confirmed || job.running}
            onClick={() => void restore().catch(notify.failed)}
          >
            {t('restoreChoose')}
          </Button>
        </>
      }
    >
      <p className="ui-words">{t('restoreText')}</p>
      <label htmlFor={id}>{t('restoreType', { word })}</label>
      <Input id={id} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
      {job.running && <ProgressLine progress={job.progress} />}
    </Dialog>
  )
}
