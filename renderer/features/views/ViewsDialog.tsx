import { Button } from 'antd'
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedView } from '@shared/features/views/view'
import { api } from '../../api/client'
import { useMe, useRights } from '../../api/session'
import { Dialog, IconButton, useNotify } from '../../ui'
import type { Notice } from '../../ui/notify'
import { SaveViewDialog } from './SaveViewDialog'
import { filterKey, type ListState, type ViewsProps } from './view-list'
import './views.css'

type Props = ViewsProps & { readonly views: readonly SavedView[]; readonly onClose: () => void }

/** The saved views of a register: renamed, shared, taken over from the list, deleted. */
export function ViewsDialog({ register, list, views, onClose }: Props) {
  const { t } = useTranslation('views')
  const [renamed, setRenamed] = useState<SavedView | null>(null)
  const hasAccounts = useMe()?.state === 'signedIn'
  if (renamed !== null) {
    return (
      <SaveViewDialog register={register} list={list} stored={renamed} onClose={() => setRenamed(null)} />
    )
  }
  return (
    <Dialog title={t('manageTitle')} onClose={onClose}>
      {views.length === 0 && <p>{t('none')}</p>}
      <ul className="views-list">
        {views.map((view) => (
          <li key={view.id}>
            <span>{view.name}</span>
            {hasAccounts && <span className="views-whose">{view.shared ? t('everybody') : t('me')}</span>}
            <ViewActions view={view} list={list} onRename={() => setRenamed(view)} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

type ActionsProps = {
  readonly view: SavedView
  readonly list: ListState
  readonly onRename: () => void
}

function ViewActions({ view, list, onRename }: ActionsProps) {
  const { t } = useTranslation('views')
  const notify = useNotify()
  const mayWrite = useRights().has(`${view.register}.write`)
  const { id, version, register, name, shared, filter, sort } = view
  const content = { register, name, shared, filter, sort }
  // What went wrong is said in a notice; the list shows what is stored.
  const attempt = async (work: Promise<unknown>, done?: Notice) => {
    try {
      await work
      if (done !== undefined) notify.show(done)
    } catch (error) {
      notify.failed(error)
    }
  }
  const bringBack = () => void attempt(api.views.save({ ...content, stored: null }))
  const remove = () =>
    void attempt(api.views.remove({ register, id, version }), {
      tone: 'neutral',
      text: t('removed', { name }),
      action: { label: t('undo'), run: bringBack },
    })
  const replace = () => {
    const taken = { filter: list.filter, sort: list.sort, stored: { id, version } }
    const text = t('saved', { name })
    void attempt(api.views.save({ ...content, ...taken }), { tone: 'good', text })
  }
  if (view.shared && !mayWrite) return null
  return (
    <span className="views-actions">
      {filterKey(filter) !== filterKey(list.filter) && (
        <Button size="small" title={t('replace', { name })} onClick={replace}>
          {t('replaceShort')}
        </Button>
      )}
      <IconButton icon={Pencil} label={t('rename')} onClick={onRename} />
      <IconButton icon={Trash2} label={t('remove', { name })} onClick={remove} />
    </span>
  )
}
