import { useEffect, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentExtensions, attachmentMaximum } from '@shared/features/attachments/attachment'
import { extensionOf } from '@shared/features/attachments/file-name'
import { ApiError } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { useNotify } from '../../ui'
import { useLatest } from '../../ui/use-latest'
import type { FileChoice } from './use-adding'

/** Pictures a clipboard holds, and the ending of the file each becomes. */
const pictureEndings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/tiff': 'tiff',
}

/**
 * Takes files dropped on an element, and files and pictures pasted anywhere but into a field; answers whether files are
 * held over the element. `allowed` false: takes nothing. `paste` inside: only what is pasted while the focus is within
 * the element, before anybody else takes it.
 */
export function useIncomingFiles(
  zone: RefObject<HTMLElement | null>,
  allowed: boolean,
  onFiles: (files: readonly FileChoice[]) => Promise<void>,
  paste: 'anywhere' | 'inside' = 'anywhere',
): boolean {
  const take = useTaking(onFiles)
  const isOver = useDrop(zone, allowed, take)
  usePaste(paste === 'inside' ? zone : null, allowed, take)
  return isOver
}

type Take = (files: readonly File[]) => Promise<void>

function useTaking(onFiles: (files: readonly FileChoice[]) => Promise<void>): Take {
  const { t } = useTranslation('attachments')
  const format = useFormat()
  const notify = useNotify()
  const choiceOf = async (file: File): Promise<FileChoice> => {
    const inFolder = await window.parkdesk.droppedFile(file)
    if (inFolder !== null) return inFolder
    const ending = pictureEndings[file.type]
    if (ending === undefined) throw kindRefused(file)
    const now = Date.now()
    const day = format.dayOf(now)
    const name = `${t('pictureName', { day, time: format.time(now).replace(':', '.') })}.${ending}`
    const limitMb = attachmentMaximum / 1024 ** 2
    if (file.size > attachmentMaximum)
      throw new ApiError({ code: 'attachment_too_large', params: { file: name, limitMb } })
    const picture = await window.parkdesk.pastedPicture(name, await file.arrayBuffer())
    if (picture !== null) return picture
    throw new ApiError({ code: 'data_folder_unwritable' })
  }
  return async (files) => {
    try {
      await onFiles(await Promise.all(files.map(choiceOf)))
    } catch (error) {
      notify.failed(error)
    }
  }
}

function kindRefused({ name }: File): ApiError {
  const allowed = attachmentExtensions.map((extension) => extension.toUpperCase()).join(', ')
  const extension = extensionOf(name).toUpperCase() || '–'
  return new ApiError({ code: 'attachment_kind_refused', params: { file: name, extension, allowed } })
}

/** The window refuses drops wherever nobody takes them; whoever does answers after it, and so listens there, too. */
function useDrop(zone: RefObject<HTMLElement | null>, allowed: boolean, take: Take): boolean {
  const [isOver, setIsOver] = useState(false)
  const latest = useLatest(take)
  useEffect(() => {
    if (!allowed) return undefined
    const isInside = (event: DragEvent) =>
      event.dataTransfer?.types.includes('Files') === true &&
      event.target instanceof Node &&
      zone.current?.contains(event.target) === true
    const over = (event: DragEvent) => {
      const inside = isInside(event)
      setIsOver(inside)
      if (!inside || event.dataTransfer === null) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    }
    const left = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const dropped = (event: DragEvent) => {
      setIsOver(false)
      if (!isInside(event)) return
      event.preventDefault()
      void latest.current([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', left)
    window.addEventListener('drop', dropped)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', left)
      window.removeEventListener('drop', dropped)
    }
  }, [zone, allowed, latest])
  return isOver
}

/** What has a use of its own for what is pasted. */
const takesPaste = 'input, textarea, select, [contenteditable], dialog'

function usePaste(within: RefObject<HTMLElement | null> | null, allowed: boolean, take: Take): void {
  const latest = useLatest(take)
  useEffect(() => {
    if (!allowed) return undefined
    const pasted = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      const isTaken = event.target instanceof Element && event.target.closest(takesPaste) !== null
      const isElsewhere = within !== null && within.current?.contains(document.activeElement) !== true
      if (
        event.defaultPrevented ||
        isElsewhere ||
        files.length === 0 ||
        isTaken ||
        document.querySelector('dialog[open]') !== null
      )
        return
      event.preventDefault()
      void latest.current(files)
    }
    const capture = within !== null
    window.addEventListener('paste', pasted, { capture })
    return () => window.removeEventListener('paste', pasted, { capture })
  }, [within, allowed, latest])
}
