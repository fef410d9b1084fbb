import { Button } from 'antd'
import { Bookmark } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApiQuery } from '../../api/client'
import { filterKey, shownView, type ViewsProps } from './view-list'

const ViewsDialog = lazy(async () => ({ default: (await import('./ViewsDialog')).ViewsDialog }))
const SaveViewDialog = lazy(async () => ({ default: (await import('./SaveViewDialog')).SaveViewDialog }))

/** Keeps the list as it is under a name, or opens the list of kept ones. */
export function SaveViewButton({ register, list }: ViewsProps) {
  const { t } = useTranslation('views')
  const [open, setOpen] = useState<'save' | 'manage' | null>(null)
  const views = useApiQuery('views', 'list', { register }).data ?? []
  const isNew = filterKey(list.filter) !== filterKey({}) && shownView(views, list.filter) === undefined
  const close = () => setOpen(null)
  const icon = <Bookmark size={16} strokeWidth={1.6} aria-hidden />
  return (
    <>
      {isNew && (
        <Button icon={icon} onClick={() => setOpen('save')}>
          {t('save')}
        </Button>
      )}
      {views.length > 0 && (
        <Button type="text" icon={isNew ? undefined : icon} onClick={() => setOpen('manage')}>
          {t('manage')}
        </Button>
      )}
      <Suspense fallback={null}>
        {open === 'save' && <SaveViewDialog register={register} list={list} stored={null} onClose={close} />}
        {open === 'manage' && <ViewsDialog register={register} list={list} views={views} onClose={close} />}
      </Suspense>
    </>
  )
}
