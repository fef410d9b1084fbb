import { EyeOff, Pencil, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isGroup } from '@shared/features/codes/code'
import type { CodebookName } from '@shared/features/codes/codebooks'
import type { CodeRow } from '@shared/features/codes/codes.contract'
import { api } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { IconButton, Tag, useNotify } from '../../ui'
import { CodeLabel, useFactLine, useValidity } from '../../ui/form'

type Props = {
  readonly list: CodebookName
  readonly rows: readonly CodeRow[]
  readonly onEdit: (row: CodeRow) => void
}

/** Codes with their labels, the days on which they are valid, and whose they are. */
export function CodeTable({ rows, ...rest }: Props) {
  const { t } = useTranslation('codes')
  return (
    <div className="codes-scroll">
      <table className="codes-table">
        <thead>
          <tr>
            <th scope="col">{t('column.code')}</th>
            <th scope="col">{t('column.label')}</th>
            <th scope="col">{t('column.valid')}</th>
            <th scope="col">{t('column.origin')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.code} row={row} {...rest} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ list, row, onEdit }: Omit<Props, 'rows'> & { readonly row: CodeRow }) {
  const { t } = useTranslation('codes')
  const { date } = useFormat()
  const factLine = useFactLine()
  const validity = useValidity()
  const hide = useHiding(list)
  const { code } = row
  const facts = factLine(row.facts)
  const isSection = isGroup(list, code)
  return (
    <tr className={row.hidden ? 'codes-off' : undefined}>
      <th scope="row" className={`numeric codes-level-${levelOf(list, code)}`}>
        {code}
      </th>
      <td>
        <CodeLabel labels={row.labels} />
        {facts !== '' && <small>{facts}</small>}
      </td>
      <td>{row.from === null && row.to === null ? '' : validity(row, date)}</td>
      <td>
        <Origin row={row} />
      </td>
      <td className="codes-actions">
        <IconButton icon={Pencil} label={t('edit', { code })} onClick={() => onEdit(row)} />
        {!isSection && (
          <IconButton
            icon={row.hidden ? Undo2 : EyeOff}
            label={row.hidden ? t('restore', { code }) : t('retire', { code })}
            onClick={() => void hide(row, !row.hidden)}
          />
        )}
      </td>
    </tr>
  )
}

/** Whose a code is, and whether it is offered. */
function Origin({ row: { origin, hidden, time } }: { readonly row: CodeRow }) {
  const { t } = useTranslation('codes')
  return (
    <span className="codes-state">
      {origin === 'shipped' ? (
        <span className="codes-hint">{t('origin.shipped')}</span>
      ) : (
        <Tag tone={origin === 'own' ? 'good' : 'accent'}>{t(`origin.${origin}`)}</Tag>
      )}
      {time !== 'valid' && <Tag tone="attention">{t(`time.${time}`)}</Tag>}
      {hidden && <Tag tone="attention">{t('hidden')}</Tag>}
    </span>
  )
}

/** Sections, chapters, headings and what lies below them are told apart by how far they stand in. */
function levelOf(list: CodebookName, code: string): number {
  if (list !== 'hs' || isGroup(list, code)) return 0
  return Math.min(code.length / 2, 3)
}

/** Hides a code or brings it back, and offers to take that back. */
function useHiding(list: CodebookName) {
  const { t } = useTranslation('codes')
  const notify = useNotify()
  const hide = async (
    { code, version }: Pick<CodeRow, 'code' | 'version'>,
    hidden: boolean,
  ): Promise<void> => {
    try {
      const input = { list, code, version }
      const row = hidden ? await api.codes.retire(input) : await api.codes.restore(input)
      notify.show({
        tone: 'good',
        text: hidden ? t('retired', { code }) : t('restored', { code }),
        action: { label: t('undo'), run: () => void hide(row, !hidden) },
      })
    } catch (error) {
      notify.failed(error)
    }
  }
  return hide
}
