import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { ArrowLeft, ListChecks, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChecklistTemplate } from '@shared/features/checklists/template'
import { codeLabel } from '@shared/kernel/code-lists'
import { useApiQuery } from '../../api/client'
import { useLanguage } from '../../i18n/language'
import { Card, EmptyState, ErrorState, IconButton, Page, Skeleton } from '../../ui'
import { TemplateEditor } from './TemplateEditor'
import './templates.css'

const newTemplate: ChecklistTemplate = {
  id: '',
  version: 0,
  type: 'customs',
  when: {},
  name: { zh: '', ru: '', en: '' },
  items: [{ need: 'required', name: { zh: '', ru: '', en: '' } }],
  retired: false,
}

/** The templates of checklists: which papers a request of a kind gets. */
export function TemplatesPage() {
  const { t } = useTranslation('checklists')
  const navigate = useNavigate()
  const query = useApiQuery('checklists', 'templates', {})
  const [chosen, setChosen] = useState<string | null>(null)
  const template = chosen === '' ? newTemplate : query.data?.find(({ id }) => id === chosen)
  return (
    <Page>
      <header className="ui-page-header">
        <IconButton
          icon={ArrowLeft}
          label={t('templates.back')}
          onClick={() => void navigate({ to: '/settings' })}
        />
        <h1>{t('templates.title')}</h1>
        <div className="ui-page-actions">
          <Button icon={<Plus size={16} strokeWidth={1.6} aria-hidden />} onClick={() => setChosen('')}>
            {t('templates.new')}
          </Button>
        </div>
      </header>
      {query.isPending && <Skeleton lines={8} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && (
        <div className="templates">
          <Card>
            <TemplateList templates={query.data} chosen={chosen} onChoose={setChosen} />
          </Card>
          {template === undefined ? (
            <Card>
              <EmptyState icon={ListChecks} title={t('templates.choose')} />
            </Card>
          ) : (
            <TemplateEditor
              key={`${template.id} ${template.version}`}
              template={template}
              onSaved={({ id }) => setChosen(id)}
            />
          )}
        </div>
      )}
    </Page>
  )
}

type ListProps = {
  readonly templates: readonly ChecklistTemplate[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

function TemplateList({ templates, chosen, onChoose }: ListProps) {
  const { t } = useTranslation('checklists')
  const { language } = useLanguage()
  return (
    <ul className="templates-list">
      {templates.map(({ id, name, type, version, retired }) => (
        <li key={id}>
          <button type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
            <span>{name[language]}</span>
            <span className="ui-quiet">
              {codeLabel('requestType', type, language)} · {t('templates.version', { version })}
              {retired && ` · ${t('templates.retired')}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
