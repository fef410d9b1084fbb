import { Button, Checkbox, Popover } from 'antd'
import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../IconButton'
import { chosenColumns, movedColumn, withColumn } from './column-layout'
import type { ColumnLayout, RegisterColumn } from './types'

type Props<Row> = {
  readonly columns: readonly RegisterColumn<Row>[]
  readonly layout: ColumnLayout | null
  readonly onLayout: (layout: ColumnLayout | null) => void
}

/** Which columns a register shows and in which order. */
export function ColumnChooser<Row>({ columns, layout, onLayout }: Props<Row>) {
  const { t } = useTranslation('registers')
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('columns.title')}
      content={<Choice columns={columns} layout={layout} onLayout={onLayout} />}
    >
      <Button icon={<Columns3 size={16} strokeWidth={1.6} aria-hidden />}>{t('columns.button')}</Button>
    </Popover>
  )
}

function Choice<Row>({ columns, layout, onLayout }: Props<Row>) {
  const { t } = useTranslation('registers')
  const shown = chosenColumns(columns, layout)
  const shownFields = new Set(shown.map((column) => column.field))
  const others = columns.filter((column) => !shownFields.has(column.field))
  return (
    <div className="column-choice">
      <ul>
        {[...shown, ...others].map((column) => {
          const isShown = shownFields.has(column.field)
          return (
            <li key={column.field}>
              <Checkbox
                checked={isShown}
                disabled={isShown && shown.length === 1}
                onChange={(event) =>
                  onLayout(withColumn(columns, layout, column.field, event.target.checked))
                }
              >
                {column.label}
              </Checkbox>
              {isShown && (
                <span className="column-choice-order">
                  <IconButton
                    label={t('columns.earlier', { column: column.label })}
                    icon={ArrowUp}
                    disabled={shown[0] === column}
                    onClick={() => onLayout(movedColumn(columns, layout, column.field, -1))}
                  />
                  <IconButton
                    label={t('columns.later', { column: column.label })}
                    icon={ArrowDown}
                    disabled={shown.at(-1) === column}
                    onClick={() => onLayout(movedColumn(columns, layout, column.field, 1))}
                  />
                </span>
              )}
            </li>
          )
        })}
      </ul>
      <Button size="small" disabled={layout === null} onClick={() => onLayout(null)}>
        {t('columns.reset')}
      </Button>
    </div>
  )
}
