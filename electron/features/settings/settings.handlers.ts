import type { Preferences } from '@shared/features/settings/settings'
import { languages } from '@shared/kernel/language'
import type { CommandContext, Handlers, QueryContext } from '../../data/handlers'
import {
  readLayout,
  readPark,
  readPreferences,
  writeLayout,
  writePark,
  writePreferences,
} from './settings.repo'

/** What somebody chose before there is a park to keep it in. */
let chosenBeforePark: Preferences | undefined

function systemPreferences(): Preferences {
  const locale = process.env['PARKDESK_LOCALE'] ?? ''
  const language = languages.find((known) => locale.startsWith(known)) ?? 'en'
  return { language, theme: 'system' }
}

function preferencesOf({ db, park }: QueryContext): Preferences {
  const kept = park.state().state === 'ready' ? readPreferences(db) : undefined
  return kept ?? chosenBeforePark ?? systemPreferences()
}

function keepPreferences(context: CommandContext, preferences: Preferences): Preferences {
  if (context.park.state().state === 'ready') {
    writePreferences(context.db, preferences)
    context.changed('settings')
  } else chosenBeforePark = preferences
  return preferences
}

/** Moves what was chosen before there was a park into the park. */
export function keepEarlyPreferences(context: CommandContext): void {
  if (chosenBeforePark) writePreferences(context.db, chosenBeforePark)
  chosenBeforePark = undefined
}

export const settingsHandlers: Handlers<'settings'> = {
  park: (_input, { db }) => readPark(db),
  savePark: (park, context) => {
    writePark(context.db, park)
    context.changed('settings', 'tenants', 'requests', 'incidents')
    return park
  },
  preferences: (_input, context) => preferencesOf(context),
  savePreferences: (preferences, context) => keepPreferences(context, preferences),
  layout: ({ register }, { db }) => readLayout(db, register),
  saveLayout: ({ register, layout }, { db }) => {
    writeLayout(db, register, layout)
    return null
  },
}
