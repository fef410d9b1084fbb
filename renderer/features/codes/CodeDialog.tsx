import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { codebookRule, longestCode, longestLabel, type CodebookName } from '@shared/features/codes/codebooks'
import type { CodeRow } from '@shared/features/codes/codes.contract'
import { languages } from '@shared/kernel/language'
import { useLanguage } from '../../i18n/language'
import { languageNames } from '../../i18n/language-names'
import { Dialog } from '../../ui'
import { DateInput, FormField } from '../../ui/form'
import { useCodeForm, type CodeForm } from './use-code-form'

type Props = {
  readonly list: CodebookName
  /** Null: a new one. */
  readonly row: CodeRow | null
  readonly onClose: () => void
}

/** A code with its labels in three languages and the days on which it is valid. */
export function CodeDialog({ list, row, onClose }: Props) {
  const { t } = useTranslation(['codes', 'common'])
  const form = useCodeForm({ list, row, onClose })
  return (
    <Dialog
      title={
        row === null ? t('dialog.add', { list: t(`list.${list}`) }) : t('dialog.edit', { code: row.code })
      }
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="primary" htmlType="submit" form={form.id} loading={form.busy}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <form
        id={form.id}
        className="codes-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.save()
        }}
      >
        {row === null && <CodeField list={list} form={form} />}
        <LabelFields shipped={row?.shipped?.labels ?? null} form={form} />
        <DayFields form={form} />
      </form>
    </Dialog>
  )
}

type Part = { readonly form: CodeForm }

function CodeField({ list, form }: Part & { readonly list: CodebookName }) {
  const { t } = useTranslation('codes')
  const { example } = codebookRule(list)
  return (
    <FormField
      {...form.frame('code')}
      wide
      required
      label={t('column.code')}
      hint={<span className="codes-hint">{t('dialog.codeHint', { example })}</span>}
    >
      <TextInput {...form.input('code')} maxLength={longestCode} />
    </FormField>
  )
}

/** The label in each language, the interface's own first; what the program says stands below what was changed. */
function LabelFields({ shipped, form }: Part & { readonly shipped: CodeRow['labels'] | null }) {
  const { t } = useTranslation('codes')
  const own = useLanguage().language
  return (
    <>
      <p className="ui-quiet">{t('dialog.labels')}</p>
      {[own, ...languages.filter((language) => language !== own)].map((language) => {
        const input = form.input(language)
        const label = shipped?.[language] ?? null
        const isChanged = label !== null && label !== input.value.trim()
        return (
          <FormField
            key={language}
            {...form.frame(language)}
            wide
            required={false}
            label={languageNames[language]}
            hint={isChanged && <span className="codes-hint">{t('dialog.shippedLabel', { label })}</span>}
          >
            <TextInput {...input} lang={language} maxLength={longestLabel} />
          </FormField>
        )
      })}
      {form.labelProblem !== undefined && (
        <p className="form-error" role="alert">
          {form.labelProblem}
        </p>
      )}
    </>
  )
}

function DayFields({ form }: Part) {
  const { t } = useTranslation('codes')
  return (
    <div className="codes-days">
      {(['from', 'to'] as const).map((name) => (
        <FormField key={name} {...form.frame(name)} wide={false} required={false} label={t(`dialog.${name}`)}>
          <DateInput {...form.input(name)} />
        </FormField>
      ))}
    </div>
  )
}

type TextProps = ReturnType<CodeForm['input']> & { readonly maxLength: number; readonly lang?: string }

function TextInput({ onChange, ...props }: TextProps) {
  return (
    <Input
      {...props}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
