import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinesSpec } from '@shared/features/details/part'
import { detailLabel } from '@shared/features/details/words'
import { useFormat } from '../../i18n/format'
import { FieldGroup } from '../../ui/form'
import type { DetailsAction } from './details-state'
import { cellClass } from './line-class'
import { LineRow } from './LineRow'
import { LineSums } from './LineSums'
import type { RawLine } from './raw-details'
import { cellPath, inputId, type Mark, type Marks } from './use-details-form'
import { useLineKeys, type Spot } from './use-line-keys'

type Props = {
  readonly list: LinesSpec
  readonly hidden: readonly string[]
  readonly lines: readonly RawLine[]
  readonly marks: Marks
  readonly idBase: string
  readonly act: (action: DetailsAction) => void
  readonly onBlur: () => void
}

/** What there is to say about each line: `[field, mark]` by the line's place. */
function marksByLine({ name }: LinesSpec, marks: Marks): ReadonlyMap<number, readonly [string, Mark][]> {
  const byLine = new Map<number, [string, Mark][]>()
  for (const [path, mark] of Object.entries(marks)) {
    const [first, list, index = '', field = ''] = path.split('.')
    if (first !== 'lines' || list !== name) continue
    const known = byLine.get(Number(index)) ?? []
    byLine.set(Number(index), [...known, [field, mark]])
  }
  return byLine
}

/**
 * A list of lines as a table that is filled in by keyboard. Only the line at work has inputs; the others are read, and
 * open where the focus comes to them, so that hundreds of lines stay light.
 */
export function LineTable(props: Props) {
  const { list, hidden, lines, marks, idBase, act } = props
  const { t } = useTranslation('details')
  const fields = Object.keys(list.fields).filter((field) => !hidden.includes(field))
  const { box, spot, goTo } = useSpot(list, idBase)
  const keys = useLineKeys({ list, fields, lines, act, goTo })
  const byLine = marksByLine(list, marks)
  const isRefused = [...byLine.values()].some((all) => all.some(([, { refused }]) => refused))
  return (
    <FieldGroup title={t(`list.${list.name}`)} hasProblem={isRefused}>
      <div className="lines" ref={box}>
        {lines.length === 0 ? (
          <p className="ui-quiet">{t('noLines')}</p>
        ) : (
          <Lines {...props} fields={fields} spot={spot} goTo={goTo} keys={keys} byLine={byLine} />
        )}
        <div className="lines-foot">
          <Button
            size="small"
            icon={<Plus size={14} strokeWidth={1.6} aria-hidden />}
            disabled={lines.length >= list.most}
            onClick={keys.add}
          >
            {t('addLine')}
          </Button>
          {lines.length > 0 && <span className="ui-quiet">{t('keys')}</span>}
        </div>
      </div>
    </FieldGroup>
  )
}

type LinesProps = Props & {
  readonly fields: readonly string[]
  readonly spot: Spot | null
  readonly goTo: (spot: Spot) => void
  readonly keys: ReturnType<typeof useLineKeys>
  readonly byLine: ReturnType<typeof marksByLine>
}

function Lines({ list, fields, lines, spot, goTo, keys, byLine, idBase, act, onBlur }: LinesProps) {
  const { t } = useTranslation('details')
  const { language } = useFormat()
  return (
    <table
      className={`lines-table lines-${list.name}`}
      onKeyDownCapture={keys.onKeyDown}
      onPaste={keys.onPaste}
    >
      <thead>
        <tr>
          <th scope="col" className="lines-number">
            {t('number')}
          </th>
          {fields.map((field) => (
            <th key={field} scope="col" className={cellClass(list, field)}>
              {detailLabel(list.name, field, language)}
            </th>
          ))}
          <th aria-hidden="true" className="lines-actions" />
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <LineRow
            key={line.key}
            list={list}
            fields={fields}
            line={line}
            index={index}
            isOpen={spot?.key === line.key}
            marks={byLine.get(index)}
            idBase={idBase}
            act={act}
            onOpen={goTo}
            onDuplicate={keys.duplicate}
            onRemove={keys.remove}
            onBlur={onBlur}
          />
        ))}
      </tbody>
      {lines.length > 1 && <LineSums list={list} fields={fields} lines={lines} />}
    </table>
  )
}

/** Which line is at work; going to a cell opens its line and puts the focus there once both are drawn. */
function useSpot(list: LinesSpec, idBase: string) {
  const [spot, goTo] = useState<Spot | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (spot === null) return
    const row = box.current?.querySelector(`[data-line="${spot.key}"]`)
    const index = Number(row?.getAttribute('data-index') ?? -1)
    const input = document.getElementById(inputId(idBase, cellPath(list.name, index, spot.field)))
    if (!(input instanceof HTMLInputElement)) return
    input.focus()
    input.select()
  }, [spot, idBase, list])
  return { box, spot, goTo }
}
