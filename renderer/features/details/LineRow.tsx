import { Copy, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { specOf, type LinesSpec } from '@shared/features/details/part'
import { detailLabel } from '@shared/features/details/words'
import type { FieldSpec } from '@shared/kernel/field'
import { useCodeMeaning } from '../../api/code-words'
import { useFormat } from '../../i18n/format'
import { FieldInput } from '../../ui/form'
import type { DetailsAction } from './details-state'
import { cellSpec, type RawLine } from './raw-details'
import { rawWords } from './raw-words'
import { cellClass } from './line-class'
import { cellPath, inputId, type Mark } from './use-details-form'
import type { Spot } from './use-line-keys'

type Props = {
  readonly list: LinesSpec
  readonly fields: readonly string[]
  readonly line: RawLine
  readonly index: number
  readonly isOpen: boolean
  readonly marks: readonly (readonly [string, Mark])[] | undefined
  readonly idBase: string
  readonly act: (action: DetailsAction) => void
  readonly onOpen: (spot: Spot) => void
  readonly onDuplicate: (index: number) => void
  readonly onRemove: (index: number) => void
  readonly onBlur: () => void
}

/** A line of the table; with inputs where it is at work, else to be read. */
export const LineRow = memo(
  function LineRow(props: Props) {
    const { list, fields, line, index, marks } = props
    return (
      <>
        <tr data-line={line.key} data-index={index} className={props.isOpen ? 'lines-open' : undefined}>
          <td className="lines-number">{index + 1}</td>
          {fields.map((field) => (
            <td key={field} data-field={field} className={cellClass(list, field)}>
              <Cell {...props} field={field} />
            </td>
          ))}
          <td className="lines-actions">
            <RowActions {...props} />
          </td>
        </tr>
        {marks !== undefined && (
          <tr className="lines-marks">
            <td colSpan={fields.length + 2}>
              <RowMarks {...props} marks={marks} />
            </td>
          </tr>
        )}
      </>
    )
  },
  (before, after) =>
    before.line === after.line &&
    before.index === after.index &&
    before.isOpen === after.isOpen &&
    before.fields.join() === after.fields.join() &&
    JSON.stringify(before.marks) === JSON.stringify(after.marks),
)

/** The heading names the unit already; there is no room for it in the cells. */
function bare(spec: FieldSpec): FieldSpec {
  return spec.kind === 'decimal' ? { ...spec, unit: 'none' } : spec
}

function Cell(props: Props & { readonly field: string }) {
  const { t } = useTranslation('details')
  const { list, line, index, field, isOpen, marks, idBase, act, onOpen, onBlur } = props
  const format = useFormat()
  const meaningOf = useCodeMeaning()
  const declared = specOf(list.fields, field)
  if (declared === undefined) return null
  const spec: FieldSpec = cellSpec(list.name, field, declared, line.values)
  const value = line.values[field] ?? ''
  const id = inputId(idBase, cellPath(list.name, index, field))
  const mark = marks?.find(([name]) => name === field)?.[1]
  const label = t('cell', { field: detailLabel(list.name, field, format.language), number: index + 1 })
  if (isOpen) {
    return (
      <>
        <label htmlFor={id} className="visually-hidden">
          {label}
        </label>
        <FieldInput
          spec={bare(spec)}
          id={id}
          value={value}
          status={mark?.refused === true ? 'error' : undefined}
          aria-invalid={mark?.refused === true}
          aria-describedby={mark === undefined ? undefined : `${id}-note`}
          placeholder=""
          bare
          onChange={(next) => act({ do: 'cell', list: list.name, index, field, value: next })}
          onBlur={onBlur}
        />
      </>
    )
  }
  const words = rawWords(spec, value, format, meaningOf)
  const open = () => onOpen({ key: line.key, field })
  return (
    <button
      type="button"
      id={id}
      className={mark === undefined ? 'lines-cell' : 'lines-cell lines-marked'}
      aria-label={`${label}: ${words}`}
      title={words === '' ? undefined : words}
      onFocus={open}
      onClick={open}
    >
      {words}
    </button>
  )
}

function RowActions({ index, isOpen, onDuplicate, onRemove }: Props) {
  const { t } = useTranslation('details')
  const actions = [
    { icon: Copy, label: t('duplicateLine', { number: index + 1 }), run: () => onDuplicate(index) },
    { icon: Trash2, label: t('removeLine', { number: index + 1 }), run: () => onRemove(index) },
  ]
  return (
    <span className="lines-buttons">
      {actions.map(({ icon: Icon, label, run }) => (
        <button
          key={label}
          type="button"
          className="lines-button"
          tabIndex={isOpen ? 0 : -1}
          aria-label={label}
          title={label}
          onClick={run}
        >
          <Icon size={14} strokeWidth={1.6} aria-hidden />
        </button>
      ))}
    </span>
  )
}

/** What there is to say about the cells of a line, below it. */
function RowMarks({ list, index, idBase, marks }: Props & { readonly marks: NonNullable<Props['marks']> }) {
  const { language } = useFormat()
  return (
    <ul>
      {marks.map(([field, { words, refused }]) => (
        <li
          key={field}
          id={`${inputId(idBase, cellPath(list.name, index, field))}-note`}
          className={refused ? 'form-error' : 'form-warning'}
        >
          <strong>{detailLabel(list.name, field, language)}</strong> {words}
        </li>
      ))}
    </ul>
  )
}
