import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, Kbd } from '../../ui'

const groups = [
  {
    title: 'group.everywhere',
    lines: [
      ['shortcut.find', ['Ctrl K']],
      ['shortcut.newRequest', ['Ctrl Shift N']],
      ['shortcut.newRecord', ['Ctrl N']],
      ['shortcut.sections', ['Ctrl 1', '…', 'Ctrl 6']],
      ['shortcut.import', ['Ctrl Shift I']],
      ['shortcut.export', ['Ctrl Shift E']],
      ['shortcut.undo', ['Ctrl Z']],
      ['shortcut.redo', ['Ctrl Shift Z', 'Ctrl Y']],
      ['shortcut.refresh', ['F5']],
      ['shortcut.print', ['Ctrl P']],
      ['shortcut.lock', ['Ctrl L']],
      ['shortcut.back', ['Alt ←']],
      ['shortcut.close', ['Esc']],
      ['shortcut.help', ['F1', '?']],
    ],
  },
  {
    title: 'group.lists',
    lines: [
      ['shortcut.move', ['↑', '↓', 'PgUp', 'PgDn', 'Home', 'End']],
      ['shortcut.openRow', ['Enter']],
      ['shortcut.select', ['Space']],
      ['shortcut.mark', ['Ctrl Space']],
      ['shortcut.record', ['Alt ↑', 'Alt ↓']],
      ['shortcut.edit', ['F2']],
      ['shortcut.nextStep', ['F4']],
    ],
  },
  {
    title: 'group.forms',
    lines: [
      ['shortcut.save', ['Ctrl S']],
      ['shortcut.saveClose', ['Ctrl Enter']],
    ],
  },
] as const

/** Every shortcut there is, by where it works. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('shell')
  return (
    <Dialog
      title={t('shortcuts')}
      onClose={onClose}
      footer={
        <Link to="/manual" onClick={onClose}>
          {t('toManual')}
        </Link>
      }
    >
      {groups.map((group) => (
        <section key={group.title} className="shortcuts">
          <h3>{t(group.title)}</h3>
          <dl>
            {group.lines.map(([words, keys]) => (
              <Fragment key={words}>
                <dt>{t(words)}</dt>
                <dd>
                  {keys.map((key) => (key === '…' ? <span key={key}>…</span> : <Kbd key={key}>{key}</Kbd>))}
                </dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
