import './app/zod-setup'
import '@fontsource/noto-sans/400.css'
import '@fontsource/noto-sans/600.css'
import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/600.css'
import './app/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followChanges } from './api/changes'
import { queryClient } from './api/query-client'
import { App } from './app/App'
import { askFirst } from './app/first-answers'
import { firstFonts } from './app/first-fonts'
import { firstPreferences } from './app/first-preferences'
import { refuseDrops } from './app/no-drops'
import { startTexts } from './i18n/i18n'

async function start(): Promise<void> {
  refuseDrops()
  followChanges(queryClient)
  void askFirst(queryClient)
  const [preferences] = await Promise.all([firstPreferences(), firstFonts()])
  const antdTexts = await startTexts(preferences.language)
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App preferences={preferences} antdTexts={antdTexts} />
      </QueryClientProvider>
    </StrictMode>,
  )
}

void start()
