import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { dialogSizes, type DialogSize } from '@shared/features/links/link'
import { api, apiKey, useApiQuery } from '../../api/client'

/** Pause after which a size somebody dragged is kept. */
const draggingPause = 300

const within = (value: number, least: number, most: number) =>
  Math.round(Math.max(least, Math.min(most, value)))

/** Gives the dialog the size it was left with, and keeps the size somebody gives it. */
export function useDialogSize() {
  const client = useQueryClient()
  const frame = useRef<HTMLDivElement>(null)
  const { data } = useApiQuery('links', 'dialogSize', {})
  useEffect(() => {
    const element = frame.current
    if (element === null || data === undefined) return undefined
    element.style.inlineSize = `${data.width}px`
    element.style.blockSize = `${data.height}px`
    let timer: number | undefined
    let last: DialogSize = data
    const keep = () => {
      client.setQueryData(apiKey('links', 'dialogSize', {}), last)
      // The next drag keeps it; nobody needs to hear that a size was not.
      api.links.keepDialogSize(last).catch(() => undefined)
    }
    const observer = new ResizeObserver(() => {
      const { least, most } = dialogSizes
      const size = {
        width: within(element.offsetWidth, least.width, most.width),
        height: within(element.offsetHeight, least.height, most.height),
      }
      // A narrow window squeezes the dialog; that is nobody's wish.
      const isDragged = element.style.width !== '' || element.style.height !== ''
      if (!isDragged || (size.width === last.width && size.height === last.height)) return
      last = size
      window.clearTimeout(timer)
      timer = window.setTimeout(keep, draggingPause)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [client, data])
  return frame
}
