import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { previewTypes, type Attachment } from '@shared/features/attachments/attachment'
import { api } from '../../api/client'
import { Dialog, ErrorState, Skeleton } from '../../ui'
import { PdfPages } from './PdfPages'
import './preview.css'

type Props = { readonly attachment: Attachment; readonly onClose: () => void }

type Loaded = { readonly content: string } | { readonly error: unknown }

/** Shows a picture or a PDF inside the program, read anew and its hash checked; nothing of it leaves. */
export function PreviewDialog({ attachment, onClose }: Props) {
  const loaded = useContent(attachment)
  return (
    <Dialog title={attachment.name} onClose={onClose}>
      <div className="preview">
        {loaded === null && <Skeleton lines={8} />}
        {loaded !== null && 'error' in loaded && <ErrorState error={loaded.error} />}
        {loaded !== null && 'content' in loaded && (
          <Content attachment={attachment} content={loaded.content} />
        )}
      </div>
    </Dialog>
  )
}

function useContent({ register, recordId, id }: Attachment): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    let isGone = false
    const keep = (next: Loaded) => {
      if (!isGone) setLoaded(next)
    }
    api.attachments
      .preview({ register, recordId, id, jobId: crypto.randomUUID() })
      .then(keep)
      .catch((error: unknown) => keep({ error }))
    return () => {
      isGone = true
    }
  }, [register, recordId, id])
  return loaded
}

function Content({ attachment, content }: { readonly attachment: Attachment; readonly content: string }) {
  const { t } = useTranslation('attachments')
  const [isBroken, setIsBroken] = useState(false)
  const { kind, name } = attachment
  if (isBroken) return <p>{t('notShown')}</p>
  if (kind === 'pdf') return <PdfPages content={content} onBroken={() => setIsBroken(true)} />
  return (
    <img
      src={`data:${previewTypes[kind] ?? 'image/png'};base64,${content}`}
      alt={name}
      onError={() => setIsBroken(true)}
    />
  )
}
