import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FindBox } from '../search'
import { DataBanner } from './DataBanner'
import { useDataRestartNotice } from './data-restart'
import { Navigation } from './Navigation'
import { ShortcutSheet } from './ShortcutSheet'
import { StatusLine } from './StatusLine'
import { TopBar } from './TopBar'
import { useOffered } from './use-offered'
import { useShellCommands } from './commands'
import { useWindowTitle } from './window-title'
import './shell.css'

/** Navigation, top bar and status line around the screen. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('shell')
  const [finding, setFinding] = useState(false)
  const [sheet, setSheet] = useState(false)
  const openFind = useCallback(() => setFinding(true), [])
  const openSheet = useCallback(() => setSheet(true), [])
  const layers = useMemo(() => ({ find: openFind, shortcuts: openSheet }), [openFind, openSheet])
  const carryOut = useShellCommands(layers)
  const isOffered = useOffered()
  useDataRestartNotice()
  useWindowTitle()
  return (
    <div className="shell">
      <a className="shell-skip no-print" href="#content" onClick={skipToContent}>
        {t('skip')}
      </a>
      <Navigation />
      <TopBar onFind={openFind} />
      <DataBanner />
      <main id="content" className="shell-content" tabIndex={-1}>
        {children}
      </main>
      <StatusLine />
      {finding && <FindBox onClose={() => setFinding(false)} onCommand={carryOut} isOffered={isOffered} />}
      {sheet && <ShortcutSheet onClose={() => setSheet(false)} />}
    </div>
  )
}

/** The address after `#` belongs to the router, so the link only moves the focus. */
function skipToContent(event: { readonly preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
