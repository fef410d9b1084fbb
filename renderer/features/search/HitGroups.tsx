import { Command } from 'cmdk'
import { Factory, Inbox, ShieldAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '@shared/features/search/search.contract'
import { registerNames, type RegisterName } from '@shared/kernel/registers'

const icons = { tenants: Factory, requests: Inbox, incidents: ShieldAlert } as const

type Props = { readonly hits: readonly SearchHit[]; readonly onOpen: (hit: SearchHit) => void }

/** The records found, by register; the register of the best hit comes first. */
export function HitGroups({ hits, onOpen }: Props) {
  const { t } = useTranslation('common')
  const order = [...new Set<RegisterName>([...hits.map((hit) => hit.feature), ...registerNames])]
  return order.map((register) => {
    const Icon = icons[register]
    const own = hits.filter((hit) => hit.feature === register)
    if (own.length === 0) return null
    return (
      <Command.Group key={register} heading={t(register)}>
        {own.map((hit) => (
          <Command.Item key={hit.id} value={hit.id} className="find-item" onSelect={() => onOpen(hit)}>
            <Icon size={16} strokeWidth={1.6} aria-hidden />
            <span className="find-number numeric">{hit.number}</span>
            <span className="find-title">{hit.title}</span>
          </Command.Item>
        ))}
      </Command.Group>
    )
  })
}
