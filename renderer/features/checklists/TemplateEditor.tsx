import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Names } from '@shared/features/checklists/checklist'
import type { ChecklistTemplate, TemplateContent } from '@shared/features/checklists/template'
import type { RequestType } from '@shared/features/requests/request'
import { languages } from '@shared/kernel/language'
import { api } from '../../api/client'
import { useCommand } from '../../api/commands'
import { Card, useNotify } from '../../ui'
import { CodePick, FormField } from '../../ui/form'
import { TemplateItems } from './TemplateItems'

type Props = {
  readonly template: ChecklistTemplate
  readonly onSaved: (saved: ChecklistTemplate) => void
}

const isComplete = (names: Names) => languages.every((language) => names[language].trim() !== '')

/** One template: for which requests it is, and the papers it holds. Saving makes its next version. */
export function TemplateEditor({ template, onSaved }: Props) {
  const { t } = useTranslation(['checklists', 'common'])
  const { content, change, isWrong, isBusy, save } = useTemplate({ template, onSaved })
  return (
    <Card className="templates-editor">
      <form
        className="ui-card-body"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <NameInputs names={content.name} isWrong={isWrong} onChange={(name) => change({ name })} />
        <Conditions isNew={template.id === ''} content={content} onChange={change} />
        <TemplateItems items={content.items} isWrong={isWrong} onChange={(items) => change({ items })} />
        <Checkbox checked={content.retired} onChange={(event) => change({ retired: event.target.checked })}>
          {t('edit.retired')}
        </Checkbox>
        {isWrong && <p className="form-error">{t('edit.incomplete')}</p>}
        <div className="ui-actions">
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {t('common:save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

/** What is typed into the editor, and saving it. */
function useTemplate({ template, onSaved }: Props) {
  const { t } = useTranslation('checklists')
  const notify = useNotify()
  const { id, version, ...start } = template
  const [content, setContent] = useState<TemplateContent>(start)
  const [isTried, setIsTried] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const isWhole =
    isComplete(content.name) &&
    content.items.length > 0 &&
    content.items.every(({ name }) => isComplete(name))
  const save = async () => {
    setIsTried(true)
    if (!isWhole || isBusy) return
    setIsBusy(true)
    try {
      const { direction = [], transportMode = [] } = content.when
      const saved = await api.checklists.saveTemplate({
        id: id === '' ? null : id,
        version,
        content: {
          ...content,
          items: content.items.map(({ need, name }) => ({ need, name: { ...name } })),
          when: { direction: [...direction], transportMode: [...transportMode] },
        },
      })
      notify.show({ tone: 'good', text: t('templates.saved', { version: saved.version }) })
      onSaved(saved)
    } catch (error) {
      notify.failed(error)
    } finally {
      setIsBusy(false)
    }
  }
  useCommand('save', () => void save())
  const change = (part: Partial<TemplateContent>) => setContent((all) => ({ ...all, ...part }))
  return { content, change, isWrong: isTried && !isWhole, isBusy, save }
}

type NamesProps = {
  readonly names: Names
  readonly isWrong: boolean
  readonly onChange: (names: Names) => void
}

function NameInputs({ names, isWrong, onChange }: NamesProps) {
  const { t } = useTranslation('checklists')
  const id = useId()
  return (
    <div className="templates-names">
      {languages.map((language) => (
        <FormField
          key={language}
          id={`${id}-${language}`}
          label={t('edit.of', { field: t('edit.name'), language: t(`edit.${language}`) })}
          required
          error={undefined}
          wide={false}
        >
          <Input
            id={`${id}-${language}`}
            maxLength={200}
            autoComplete="off"
            status={isWrong && names[language].trim() === '' ? 'error' : undefined}
            value={names[language]}
            onChange={(event) => onChange({ ...names, [language]: event.target.value })}
          />
        </FormField>
      ))}
    </div>
  )
}

type ConditionProps = {
  readonly isNew: boolean
  readonly content: TemplateContent
  readonly onChange: (part: Partial<TemplateContent>) => void
}

function Conditions({ isNew, content: { type, when }, onChange }: ConditionProps) {
  const { t } = useTranslation('checklists')
  const [typeId, directionId, modeId] = [useId(), useId(), useId()]
  return (
    <div className="templates-names">
      <FormField id={typeId} label={t('edit.type')} required={isNew} error={undefined} wide={false}>
        <CodePick
          id={typeId}
          list="requestType"
          value={type}
          // The list has exactly these codes.
          onChange={(code) => code !== '' && onChange({ type: code as RequestType })}
        />
      </FormField>
      <FormField id={directionId} label={t('edit.direction')} required={false} error={undefined} wide={false}>
        <CodePick
          id={directionId}
          multiple
          list="direction"
          value={when.direction ?? []}
          onChange={(direction) => onChange({ when: { ...when, direction } })}
        />
      </FormField>
      <FormField id={modeId} label={t('edit.transportMode')} required={false} error={undefined} wide={false}>
        <CodePick
          id={modeId}
          multiple
          list="transportMode"
          value={when.transportMode ?? []}
          onChange={(transportMode) => onChange({ when: { ...when, transportMode } })}
        />
      </FormField>
    </div>
  )
}
