import { ChevronLeft, ChevronRight } from 'lucide-react'
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// oxlint-disable-next-line import/default -- Vite makes the worker of it, with a default export.
import PdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui'
import { useLatest } from '../../ui/use-latest'

type Props = { readonly content: string; readonly onBroken: () => void }

/** Pages are drawn this much larger than on paper, so that small print can be read. */
const scale = 1.5

/** A PDF page by page. It is drawn as a picture: no scripts, no links, no forms of it work. */
export function PdfPages({ content, onBroken }: Props) {
  const { t } = useTranslation('attachments')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [page, setPage] = useState(1)
  const document = useDocument(content, onBroken)
  const broken = useLatest(onBroken)
  useEffect(() => {
    if (document === null || canvas.current === null) return
    draw(document, page, canvas.current).catch(() => broken.current())
  }, [document, page, broken])
  const pages = document?.numPages ?? 1
  return (
    <>
      <div className="preview-pages">
        <IconButton
          icon={ChevronLeft}
          label={t('previous')}
          disabled={page === 1}
          onClick={() => setPage(page - 1)}
        />
        <span className="numeric">{t('page', { page, pages })}</span>
        <IconButton
          icon={ChevronRight}
          label={t('following')}
          disabled={page >= pages}
          onClick={() => setPage(page + 1)}
        />
      </div>
      <canvas ref={canvas}>{t('page', { page, pages })}</canvas>
    </>
  )
}

function useDocument(content: string, onBroken: () => void): PDFDocumentProxy | null {
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null)
  const broken = useLatest(onBroken)
  useEffect(() => {
    const worker = new PdfWorker()
    GlobalWorkerOptions.workerPort = worker
    const data = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))
    const task = getDocument({ data, enableXfa: false, useWasm: false })
    let isGone = false
    task.promise.then(
      (opened) => !isGone && setDocument(opened),
      () => !isGone && broken.current(),
    )
    return () => {
      isGone = true
      void task.destroy().finally(() => worker.terminate())
    }
  }, [content, broken])
  return document
}

async function draw(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): Promise<void> {
  const page = await document.getPage(number)
  const viewport = page.getViewport({ scale })
  canvas.width = viewport.width
  canvas.height = viewport.height
  await page.render({ canvas, viewport }).promise
}
