import { useQueries, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MappingProfile } from '@shared/features/imports/import'
import { registerNames } from '@shared/kernel/registers'
import { api, apiKey, apiQuery } from '../../api/client'
import { Card, IconButton, Tag, useNotify } from '../../ui'

/** The mappings of columns kept for files with the same header; each can be removed. Nothing where there are none. */
export function KeptMappings() {
  const { t } = useTranslation('imports')
  const queries = useQueries({
    queries: registerNames.map((register) => apiQuery('imports', 'profiles', { register })),
  })
  const profiles = queries.flatMap(({ data }) => data ?? [])
  const remove = useRemoval()
  if (profiles.length === 0) return null
  return (
    <Card title={t('screen.profiles')} extra={<span className="ui-quiet">{t('screen.profilesText')}</span>}>
      <ul className="import-kept">
        {profiles.map((profile) => (
          <li key={profile.id}>
            <span className="import-kept-name">{profile.name}</span>
            <span className="ui-quiet numeric">
              {t('screen.profileColumns', { count: Object.keys(profile.mapping).length })}
            </span>
            <Tag>{t(`screen.register.${profile.register}`)}</Tag>
            <IconButton
              icon={Trash2}
              label={t('screen.profileRemove', { name: profile.name })}
              onClick={() => void remove(profile)}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Removes a kept mapping at once and offers to take that back. */
function useRemoval() {
  const { t } = useTranslation('imports')
  const client = useQueryClient()
  const notify = useNotify()
  const readAgain = () => client.invalidateQueries({ queryKey: apiKey('imports', 'profiles') })
  const keepAgain = async ({ register, name, headers, mapping }: MappingProfile) => {
    try {
      await api.imports.saveProfile({ register, name, headers: [...headers], mapping: { ...mapping } })
      await readAgain()
    } catch (error) {
      notify.failed(error)
    }
  }
  return async (profile: MappingProfile) => {
    try {
      await api.imports.removeProfile({ id: profile.id })
      await readAgain()
      notify.show({
        tone: 'neutral',
        text: t('screen.profileRemoved', { name: profile.name }),
        action: { label: t('screen.undo'), run: () => void keepAgain(profile) },
      })
    } catch (error) {
      notify.failed(error)
    }
  }
}
