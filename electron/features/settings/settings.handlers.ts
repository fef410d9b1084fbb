import type { Park, Preferences } from '@shared/features/settings/settings'
import { languages } from '@shared/kernel/language'
import { appendToLog } from '../../data/change-log'
import type { CommandContext, Handlers, QueryContext } from '../../data/handlers'
import { differences, writeContext } from '../../data/records'
import { inTransaction } from '../../data/sql'
import {
  readLayout,
  readPark,
  readPreferences,
  writeLayout,
  writePark,
  writePreferences,
} from './settings.repo'

/** What somebody chose before there is a park to keep it in, or before signing in: strangers write nothing into it. */
let chosenEarly: Preferences | undefined

function systemPreferences(): Preferences {
  const locale = process.env['PARKDESK_LOCALE'] ?? ''
  const language = languages.find((known) => locale.startsWith(known)) ?? 'en'
  return { language, theme: 'system' }
}

/** The account's own, else what was chosen at the sign-in, else the workstation's. */
function preferencesOf(context: QueryContext): Preferences {
  if (context.park.state().state !== 'ready') return chosenEarly ?? systemPreferences()
  const { accountId } = context.session
  const own = accountId === null ? undefined : readPreferences(context.db, accountId)
  return own ?? chosenEarly ?? readPreferences(context.db) ?? systemPreferences()
}

function keepPreferences(context: CommandContext, preferences: Preferences): Preferences {
  if (context.park.state().state === 'ready' && context.session.rights.has('signedIn')) {
    writePreferences(context.db, preferences, context.session.accountId)
    chosenEarly = undefined
    context.changed('settings')
  } else chosenEarly = preferences
  return preferences
}

/** Moves what was chosen before there was a park into the park. */
export function keepEarlyPreferences(context: CommandContext): void {
  if (chosenEarly) writePreferences(context.db, chosenEarly)
  chosenEarly = undefined
}

/** Keeps the park's settings and, where one differs, the old and the new one in the change log. */
function savePark(context: CommandContext, park: Park): void {
  inTransaction(context.db, () => {
    const changes = differences(readPark(context.db), park)
    writePark(context.db, park)
    if (Object.keys(changes).length === 0) return
    const entry = { action: 'updated', register: 'settings', recordId: 'park', changes } as const
    appendToLog(context.db, entry, writeContext(context))
  })
}

export const settingsHandlers: Handlers<'settings'> = {
  park: (_input, { db }) => readPark(db),
  parkNames: (_input, { db }) => {
    const { nameZh, nameRu, nameEn } = readPark(db)
    return { nameZh, nameRu, nameEn }
  },
  savePark: (park, context) => {
    savePark(context, park)
    context.changed('settings', 'tenants', 'requests', 'incidents', 'audit')
    return park
  },
  preferences: (_input, context) => preferencesOf(context),
  savePreferences: (preferences, context) => keepPreferences(context, preferences),
  layout: ({ register }, { db, session }) => readLayout(db, register, session.accountId),
  saveLayout: ({ register, layout }, { db, session }) => {
    writeLayout(db, register, layout, session.accountId)
    return null
  },
}
