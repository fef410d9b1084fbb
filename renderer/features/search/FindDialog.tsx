import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MenuCommand } from '@shared/contract/events'
import type { SearchHit } from '@shared/features/search/search.contract'
import type { RegisterName } from '@shared/kernel/registers'
import { CommandGroups } from './CommandGroups'
import { useFound } from './found'
import { HitGroups } from './HitGroups'
import { RegisterGroup } from './RegisterGroup'
import './search.css'

export type FindProps = {
  readonly onClose: () => void
  readonly onCommand: (command: MenuCommand) => void
  /** Whether a command is for whoever is at work. */
  readonly isOffered: (command: MenuCommand) => boolean
}

/** Finds records, screens and commands by what is typed. */
export function FindDialog({ onClose, onCommand, isOffered }: FindProps) {
  const { t } = useTranslation('search')
  const [text, setText] = useState('')
  const { wanted, hits, state } = useFound(text)
  const [picked, setPicked] = usePicked(hits[0]?.id)
  const navigate = useNavigate()
  const open = (hit: SearchHit) => {
    onClose()
    void navigate({ to: `/${hit.feature}/$id`, params: { id: hit.id } })
  }
  const showIn = (register: RegisterName) => {
    onClose()
    void navigate({ to: `/${register}`, search: { filter: { text: wanted } } })
  }
  const give = (command: MenuCommand) => {
    onClose()
    onCommand(command)
  }
  return (
    <FindLayer label={t('title')} onClose={onClose}>
      <Command
        label={t('title')}
        shouldFilter={false}
        loop
        className="find"
        value={picked}
        onValueChange={setPicked}
      >
        <div className="find-line">
          <Search size={18} strokeWidth={1.6} aria-hidden />
          <Command.Input value={text} onValueChange={setText} placeholder={t('placeholder')} />
        </div>
        <Command.List className="find-list" label={t('results')}>
          <HitGroups hits={hits} onOpen={open} />
          <CommandGroups text={text} isOffered={isOffered} onGive={give} />
          <RegisterGroup text={wanted} onShow={showIn} />
        </Command.List>
        <output className="find-state">{state}</output>
      </Command>
    </FindLayer>
  )
}

/** The line that is picked: with every new best hit that one, so that Enter opens it; then whichever keys move to. */
function usePicked(best: string | undefined) {
  const [choice, setChoice] = useState({ best, value: '' })
  const picked = choice.best === best ? choice.value : (best ?? '')
  return [picked, (value: string) => setChoice({ best, value })] as const
}

type LayerProps = {
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The browser's own dialog keeps the focus inside, closes on Escape and gives the focus back. */
function FindLayer({ label, onClose, children }: LayerProps) {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = element.current
    if (dialog === null || dialog.open) return
    dialog.showModal()
    dialog.querySelector('input')?.focus()
  }, [])
  return (
    <dialog
      ref={element}
      className="find-layer"
      aria-label={label}
      onClose={onClose}
      onPointerDown={(event) => {
        if (event.target === element.current) onClose()
      }}
    >
      {children}
    </dialog>
  )
}
