import type { Preferences } from '@shared/features/settings/settings'
import type { Handlers } from '../../data/handlers'
import {
  readLayout,
  readPark,
  readPreferences,
  writeLayout,
  writePark,
  writePreferences,
} from './settings.repo'

const firstPreferences: Preferences = { language: 'en', theme: 'system' }

export const settingsHandlers: Handlers<'settings'> = {
  park: (_input, { db }) => readPark(db),
  savePark: (park, context) => {
    writePark(context.db, park)
    context.changed('settings', 'tenants', 'requests', 'incidents')
    return park
  },
  preferences: (_input, { db }) => readPreferences(db) ?? firstPreferences,
  savePreferences: (preferences, context) => {
    writePreferences(context.db, preferences)
    context.changed('settings')
    return preferences
  },
  layout: ({ register }, { db }) => readLayout(db, register),
  saveLayout: ({ register, layout }, { db }) => {
    writeLayout(db, register, layout)
    return null
  },
}
