import { Command } from 'cmdk'
import { ChevronRight, CornerDownRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MenuCommand } from '@shared/contract/events'
import { compareKey } from '@shared/kernel/text'
import { Kbd } from '../../ui'

type Entry = { readonly command: MenuCommand; readonly keys?: string }

const screens = [
  { command: 'overview', keys: 'Ctrl 1' },
  { command: 'tenants', keys: 'Ctrl 2' },
  { command: 'requests', keys: 'Ctrl 3' },
  { command: 'incidents', keys: 'Ctrl 4' },
  { command: 'reports', keys: 'Ctrl 5' },
  { command: 'import', keys: 'Ctrl Shift I' },
  { command: 'settings', keys: 'Ctrl 6' },
  { command: 'manual' },
  { command: 'about' },
] as const satisfies readonly Entry[]

const commands = [
  { command: 'newRequest', keys: 'Ctrl Shift N' },
  { command: 'newRecord', keys: 'Ctrl N' },
  { command: 'refresh', keys: 'F5' },
  { command: 'print', keys: 'Ctrl P' },
  { command: 'shortcuts', keys: 'F1' },
  { command: 'lock', keys: 'Ctrl L' },
] as const satisfies readonly Entry[]

type Props = {
  readonly text: string
  readonly isOffered: (command: MenuCommand) => boolean
  readonly onGive: (command: MenuCommand) => void
}

/** Screens and commands whose names hold the text. */
export function CommandGroups({ text, isOffered, onGive }: Props) {
  const { t } = useTranslation('search')
  const wanted = compareKey(text)
  const groups = [
    { heading: t('commands'), icon: CornerDownRight, entries: commands },
    { heading: t('screens'), icon: ChevronRight, entries: screens },
  ]
  return groups.map(({ heading, icon: Icon, entries }) => {
    const own = entries.filter(
      ({ command }) => isOffered(command) && compareKey(t(`command.${command}`)).includes(wanted),
    )
    if (own.length === 0) return null
    return (
      <Command.Group key={heading} heading={heading}>
        {own.map((entry) => (
          <Command.Item
            key={entry.command}
            value={`command ${entry.command}`}
            className="find-item"
            onSelect={() => onGive(entry.command)}
          >
            <Icon size={16} strokeWidth={1.6} aria-hidden />
            <span className="find-title">{t(`command.${entry.command}`)}</span>
            {'keys' in entry && <Kbd>{entry.keys}</Kbd>}
          </Command.Item>
        ))}
      </Command.Group>
    )
  })
}
