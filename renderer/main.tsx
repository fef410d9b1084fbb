import './app/zod-setup'
import './app/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { apiQuery } from './api/client'
import { followChanges } from './api/changes'
import { queryClient } from './api/query-client'
import { App } from './app/App'
import { firstPreferences } from './app/first-preferences'
import { startTexts } from './i18n/i18n'

async function start(): Promise<void> {
  followChanges(queryClient)
  void queryClient.prefetchQuery(apiQuery('storage', 'status', {}))
  void queryClient.prefetchQuery(apiQuery('settings', 'park', {}))
  const preferences = await firstPreferences()
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
