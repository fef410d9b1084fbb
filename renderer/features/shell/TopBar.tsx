import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Plus, Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { codeLabel } from '@shared/kernel/code-lists'
import { parkName, usePark } from '../../api/park'
import { useRights } from '../../api/session'
import { useLanguage } from '../../i18n/language'
import { useZoneName } from '../../i18n/zones'
import { Kbd } from '../../ui'
import { UserMenu } from '../accounts'
import { UndoButtons } from '../undo'
import { PreferencesMenu } from './PreferencesMenu'
import './top-bar.css'

const findKeys = 'Ctrl K'

/** The park, the find box, the one primary action, language and theme, and who is at work. */
export function TopBar({ onFind }: { readonly onFind: () => void }) {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const rights = useRights()
  return (
    <header className="top no-print">
      <ParkWords />
      <UndoButtons />
      <button
        type="button"
        className="top-find"
        onClick={onFind}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
      >
        <Search size={16} strokeWidth={1.6} aria-hidden />
        <span>{t('find')}</span>
        <Kbd>{findKeys}</Kbd>
      </button>
      {rights.has('requests.write') && (
        <Button
          type="primary"
          icon={<Plus size={16} strokeWidth={1.8} aria-hidden />}
          title={`${t('takeInLong')} (Ctrl+Shift+N)`}
          onClick={() => void navigate({ to: '/requests/new' })}
        >
          {t('takeIn')}
        </Button>
      )}
      <PreferencesMenu />
      <UserMenu />
    </header>
  )
}

function ParkWords() {
  const park = usePark()
  const { language } = useLanguage()
  const zone = useZoneName()(park.timeZone)
  const country = park.country === null ? undefined : codeLabel('country', park.country, language)
  const name = parkName(park, language)
  return (
    <div className="top-park">
      <strong title={name}>{name}</strong>
      <span title={park.timeZone}>{[country, zone].filter((part) => part !== undefined).join(' · ')}</span>
    </div>
  )
}
