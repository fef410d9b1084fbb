import { Input } from 'antd'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkedRequest, LinkKind } from '@shared/features/links/link'
import { api, useApiQuery } from '../../api/client'
import { Dialog, useNotify } from '../../ui'
import { CodePick, FormField } from '../../ui/form'
import { Candidates } from './Candidates'
import { useDialogSize } from './use-dialog-size'
import './links.css'

type Props = { readonly requestId: string; readonly onClose: () => void }

/** Pause in typing after which requests are looked up. */
const typingPause = 150

/** Looks for a request by number, words or tenant and links it. Can be made larger, and stays as it was made. */
export function LinkDialog({ requestId, onClose }: Props) {
  const { t } = useTranslation('links')
  const [kindId, searchId] = [useId(), useId()]
  const [kind, setKind] = useState<LinkKind>('related')
  const frame = useDialogSize()
  const link = useLinking(requestId, kind, onClose)
  const { text, type, wanted, rows, current, pressed } = useFinder(requestId, link)
  return (
    <Dialog title={t('addTitle')} onClose={onClose}>
      <div ref={frame} className="links-find">
        <div className="links-fields">
          <FormField id={kindId} label={t('kind')} required={false} error={undefined} wide={false}>
            <CodePick
              id={kindId}
              list="requestLink"
              value={kind}
              // The list has exactly these codes; its cross leaves the kind as it is.
              onChange={(code) => code !== '' && setKind(code as LinkKind)}
            />
          </FormField>
          <FormField id={searchId} label={t('search')} required={false} error={undefined} wide={false}>
            <Input
              id={searchId}
              autoComplete="off"
              value={text}
              aria-controls={`${searchId}-list`}
              onChange={(event) => type(event.target.value)}
              onKeyDown={pressed}
            />
          </FormField>
        </div>
        <h3>{wanted === '' ? t('sameTenant') : t('found')}</h3>
        <Candidates id={`${searchId}-list`} rows={rows} current={current} onTake={link} />
      </div>
    </Dialog>
  )
}

/** What is typed, what is found by it, and which of that the arrows have come to; Enter takes it. */
function useFinder(requestId: string, take: (request: LinkedRequest) => void) {
  const [text, setText] = useState('')
  const [place, setPlace] = useState(0)
  const { rows, wanted } = useCandidates(requestId, text)
  const current = rows[Math.min(place, rows.length - 1)]
  const type = (typed: string) => {
    setText(typed)
    setPlace(0)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setPlace((at) => Math.max(0, Math.min(rows.length - 1, at + step)))
    }
    if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault()
      take(current)
    }
  }
  return { text, type, wanted, rows, current, pressed }
}

function useLinking(requestId: string, kind: LinkKind, onClose: () => void) {
  const notify = useNotify()
  const isBusy = useRef(false)
  const link = async ({ id: otherId }: LinkedRequest) => {
    if (isBusy.current) return
    isBusy.current = true
    try {
      await api.links.add({ requestId, kind, otherId })
      onClose()
    } catch (error) {
      notify.failed(error)
    } finally {
      isBusy.current = false
    }
  }
  return (request: LinkedRequest) => void link(request)
}

/** Requests that fit what is typed, a moment after it is; those before it stay until then. */
function useCandidates(requestId: string, text: string) {
  const [wanted, setWanted] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setWanted(text.trim()), typingPause)
    return () => clearTimeout(timer)
  }, [text])
  const found = useApiQuery(
    'links',
    'candidates',
    { requestId, text: wanted },
    { placeholderData: (before) => before },
  )
  return { rows: found.data ?? [], wanted }
}
