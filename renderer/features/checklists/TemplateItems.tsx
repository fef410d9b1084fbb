import { Button, Input } from 'antd'
import { ChevronDown, ChevronUp, Plus, X } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { itemsMaximum, type Need } from '@shared/features/checklists/checklist'
import type { TemplateContent } from '@shared/features/checklists/template'
import { languages } from '@shared/kernel/language'
import { IconButton } from '../../ui'
import { CodePick } from '../../ui/form'

type Items = TemplateContent['items']
type Item = Items[number]

type Props = {
  readonly items: Items
  readonly isWrong: boolean
  readonly onChange: (items: Items) => void
}

const empty: Item = { need: 'required', name: { zh: '', ru: '', en: '' } }

function moved(items: Items, from: number, to: number): Items {
  const [item] = items.slice(from, from + 1)
  if (item === undefined || to < 0 || to >= items.length) return items
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}

/** The papers of a template, one a line, in the order in which they are asked for. */
export function TemplateItems({ items, isWrong, onChange }: Props) {
  const { t } = useTranslation('checklists')
  return (
    <section className="templates-items">
      <h3>{t('edit.items')}</h3>
      <ol>
        {items.map((item, index) => (
          <ItemLine
            // A line is its place: two papers may be called the same while they are typed.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            item={item}
            number={index + 1}
            last={items.length}
            isWrong={isWrong}
            onChange={(next) => onChange(items.with(index, next))}
            onMove={(step) => onChange(moved(items, index, index + step))}
            onRemove={() => onChange(items.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <Button
        disabled={items.length >= itemsMaximum}
        icon={<Plus size={16} strokeWidth={1.6} aria-hidden />}
        onClick={() => onChange([...items, empty])}
      >
        {t('edit.add')}
      </Button>
    </section>
  )
}

type LineProps = {
  readonly item: Item
  readonly number: number
  readonly last: number
  readonly isWrong: boolean
  readonly onChange: (item: Item) => void
  readonly onMove: (step: -1 | 1) => void
  readonly onRemove: () => void
}

function ItemLine({ item, number, last, isWrong, onChange, onMove, onRemove }: LineProps) {
  const { t } = useTranslation('checklists')
  const id = useId()
  return (
    <li>
      <label htmlFor={id} className="visually-hidden">
        {t('edit.item', { number })}
      </label>
      <CodePick
        id={id}
        list="paperNeed"
        value={item.need}
        // The list has exactly these codes.
        onChange={(code) => code !== '' && onChange({ ...item, need: code as Need })}
      />
      {languages.map((language) => (
        <Input
          key={language}
          aria-label={t('edit.of', { field: t('edit.item', { number }), language: t(`edit.${language}`) })}
          placeholder={t(`edit.${language}`)}
          maxLength={200}
          autoComplete="off"
          status={isWrong && item.name[language].trim() === '' ? 'error' : undefined}
          value={item.name[language]}
          onChange={(event) => onChange({ ...item, name: { ...item.name, [language]: event.target.value } })}
        />
      ))}
      <span className="templates-tools">
        <IconButton
          icon={ChevronUp}
          label={t('edit.up', { number })}
          disabled={number === 1}
          onClick={() => onMove(-1)}
        />
        <IconButton
          icon={ChevronDown}
          label={t('edit.down', { number })}
          disabled={number === last}
          onClick={() => onMove(1)}
        />
        <IconButton icon={X} label={t('edit.remove', { number })} onClick={onRemove} />
      </span>
    </li>
  )
}
