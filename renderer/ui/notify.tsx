import { Button } from 'antd'
import { CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../api/client'
import { wordsOfError } from '../i18n/errors'
import { IconButton } from './IconButton'
import './layers.css'

export type Notice = {
  readonly tone: 'good' | 'neutral' | 'danger'
  readonly text: string
  /** What can be done about it, `Undo` above all. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

export type Notify = {
  readonly show: (notice: Notice) => void
  /** Says what went wrong, for whatever was thrown. */
  readonly failed: (error: unknown) => void
  /** Takes every notice away; whoever is at the window next must not read them. */
  readonly clear: () => void
}

type Shown = Notice & { readonly id: number }

const SHOWN_AT_ONCE = 4
const LIFE = 8_000

const NotifyContext = createContext<Notify | null>(null)

let lastId = 0

/** Shows short notices at the end of the window; keeps the newest few. */
export function NotifyProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('common')
  const [shown, setShown] = useState<readonly Shown[]>([])
  const layer = useTopLayer(shown)
  const remove = useCallback((id: number) => setShown((all) => all.filter((each) => each.id !== id)), [])
  const notify = useMemo<Notify>(() => {
    const show = (notice: Notice) => {
      lastId += 1
      const next = { ...notice, id: lastId }
      setShown((all) => [...all, next].slice(-SHOWN_AT_ONCE))
    }
    const failed = (error: unknown) => {
      const isCancelled = failureOf(error).code === 'cancelled'
      show({ tone: isCancelled ? 'neutral' : 'danger', text: wordsOfError(error) })
    }
    return { show, failed, clear: () => setShown([]) }
  }, [])
  return (
    <NotifyContext value={notify}>
      {children}
      <section
        ref={layer}
        popover="manual"
        className="ui-notices no-print"
        aria-label={t('notices')}
        aria-live="polite"
      >
        {shown.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} onRemove={remove} />
        ))}
      </section>
    </NotifyContext>
  )
}

/** Shows notices: `show` with words and perhaps an action, `failed` for an error. */
export function useNotify(): Notify {
  const value = use(NotifyContext)
  if (value === null) throw new Error('useNotify outside of NotifyProvider')
  return value
}

/** Lifts the notices above whatever dialog is open, anew with each, as the layer opened last is the top one. */
function useTopLayer(shown: readonly Shown[]) {
  const layer = useRef<HTMLElement>(null)
  useEffect(() => {
    layer.current?.hidePopover()
    if (shown.length > 0) layer.current?.showPopover()
  }, [shown])
  return layer
}

const icons = { good: CircleCheck, neutral: Info, danger: TriangleAlert } as const

type LineProps = { readonly notice: Shown; readonly onRemove: (id: number) => void }

function NoticeLine({ notice, onRemove }: LineProps) {
  const { t } = useTranslation('common')
  const [held, setHeld] = useState(false)
  const Icon = icons[notice.tone]
  useEffect(() => {
    // What went wrong stays until somebody has seen it; so does a notice the pointer or the keyboard is on.
    if (held || notice.tone === 'danger') return
    const timer = window.setTimeout(() => onRemove(notice.id), LIFE)
    return () => window.clearTimeout(timer)
  }, [held, notice.id, notice.tone, onRemove])
  const { action } = notice
  const close = () => onRemove(notice.id)
  return (
    <div
      className={`ui-notice ui-notice-${notice.tone}`}
      role={notice.tone === 'danger' ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={16} strokeWidth={1.6} aria-hidden />
      <p>{notice.text}</p>
      {action !== undefined && (
        <Button
          size="small"
          onClick={() => {
            close()
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} label={t('close')} onClick={close} />
    </div>
  )
}
