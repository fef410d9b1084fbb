import { keepPreviousData } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MenuCommand } from '@shared/contract/contract'
import type { SearchHit } from '@shared/features/search/search.contract'
import { useApiQuery } from '../../api/client'
import { wordsOfError } from '../../i18n/errors'
import { CommandGroups } from './CommandGroups'
import { HitGroups } from './HitGroups'
import { useSettled } from './settled'
import './search.css'

export type FindProps = {
  readonly onClose: () => void
  readonly onCommand: (command: MenuCommand) => void
}

const SHOWN = 30

/** Finds records, screens and commands by what is typed. */
export function FindDialog({ onClose, onCommand }: FindProps) {
  const { t } = useTranslation('search')
  const [text, setText] = useState('')
  const wanted = useSettled(text.trim())
  const navigate = useNavigate()
  const answer = useApiQuery(
    'search',
    'find',
    { text: wanted, limit: SHOWN },
    { enabled: wanted !== '', placeholderData: keepPreviousData, gcTime: 0 },
  )
  const open = (hit: SearchHit) => {
    onClose()
    void navigate({ to: `/${hit.feature}/$id`, params: { id: hit.id } })
  }
  const give = (command: MenuCommand) => {
    onClose()
    onCommand(command)
  }
  const hits = wanted === '' ? [] : (answer.data?.results ?? [])
  const state = answer.isError ? wordsOfError(answer.error) : foundWords()
  function foundWords(): string {
    if (wanted === '') return t('hint')
    if (answer.data === undefined || wanted !== text.trim()) return t('searching')
    return t('found', { count: answer.data.total, shown: Math.min(SHOWN, answer.data.total) })
  }
  return (
    <FindLayer label={t('title')} onClose={onClose}>
      <Command label={t('title')} shouldFilter={false} loop className="find">
        <div className="find-line">
          <Search size={18} strokeWidth={1.6} aria-hidden />
          <Command.Input value={text} onValueChange={setText} placeholder={t('placeholder')} />
        </div>
        <Command.List className="find-list" label={t('results')}>
          <HitGroups hits={hits} onOpen={open} />
          <CommandGroups text={text} onGive={give} />
        </Command.List>
        <p className="find-state" role="status">
          {state}
        </p>
      </Command>
    </FindLayer>
  )
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
