import i18next from 'i18next'
import ICU from 'i18next-icu'
import { expect, test } from 'vitest'
import { languages, type Language } from '@shared/kernel/language'
import { messageFormat } from '../../renderer/i18n/message-format'
import { localeResources } from '../../electron/platform/locales'

const values = { count: 3, name: 'x' }

async function speaking(language: Language, format: InstanceType<typeof ICU>) {
  const instance = i18next.createInstance()
  await instance.use(format).init({
    lng: language,
    keySeparator: false,
    initAsync: false,
    resources: { [language]: localeResources[language] },
  })
  return instance
}

test.each(languages)('every text reads as the library alone would have it, in %s', async (language) => {
  const ours = await speaking(language, messageFormat())
  const library = await speaking(language, new ICU())
  const keys = Object.entries(localeResources[language]).flatMap(([namespace, texts]) =>
    Object.keys(texts).map((key) => `${namespace}:${key}`),
  )
  expect(keys.length).toBeGreaterThan(300)
  for (const key of keys) expect(ours.t(key, values)).toBe(library.t(key, values))
})
