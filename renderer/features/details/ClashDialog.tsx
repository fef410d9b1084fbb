import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { changePlace, contentChanges } from '@shared/features/details/changes'
import { emptyContent, type PartContent, type PartName } from '@shared/features/details/part'
import { parts } from '@shared/features/details/parts'
import { useFormat } from '../../i18n/format'
import { valueText } from '../../i18n/field-value'
import { Dialog } from '../../ui'
import { useChangeWords } from '../history'
import type { Clash } from './use-saving-details'

type Props = {
  readonly part: PartName
  readonly clash: Clash
  readonly onMine: () => void
  readonly onTheirs: () => void
  readonly onBack: () => void
}

/** Differences that are listed; whoever has more looks at the two forms. */
const listed = 12

/** Asks whose entries should hold after somebody else stored the same part. */
export function ClashDialog({ part, clash, onMine, onTheirs, onBack }: Props) {
  const { t } = useTranslation('details')
  return (
    <Dialog
      title={t('conflict.title')}
      onClose={onBack}
      footer={
        <>
          <Button onClick={onBack}>{t('conflict.back')}</Button>
          <Button onClick={onTheirs}>{t('conflict.theirs')}</Button>
          <Button type="primary" onClick={onMine}>
            {t('conflict.mine')}
          </Button>
        </>
      }
    >
      <p>{t('conflict.text')}</p>
      <Differences part={part} clash={clash} />
    </Dialog>
  )
}

/** The numbers lines would have, so that those of both sides are compared. */
function numbered({ mine }: Clash): PartContent {
  const lines = Object.entries(mine.content.lines).map(([name, all]) => {
    let last = Math.max(0, ...all.map(({ line }) => line ?? 0))
    return [name, all.map(({ line, values }) => ({ line: line ?? (last += 1), values }))]
  })
  return { head: mine.content.head, lines: Object.fromEntries(lines) as PartContent['lines'] }
}

function Differences({ part, clash }: Pick<Props, 'part' | 'clash'>) {
  const { t } = useTranslation('details')
  const { t: history } = useTranslation('history')
  const format = useFormat()
  const wordsOf = useChangeWords()
  const stored = clash.theirs.content ?? emptyContent(parts[part])
  const changes = Object.entries(contentChanges(parts[part], stored, numbered(clash)))
    .flatMap(([key, change]) => {
      const place = changePlace(key)
      return place?.spec === undefined ? [] : [{ key, place, spec: place.spec, change }]
    })
    .slice(0, listed)
  if (changes.length === 0) return null
  const text = (spec: (typeof changes)[number]['spec'], value: (typeof changes)[number]['change'][0]) =>
    valueText(spec, value, format) || history('nothing')
  return (
    <>
      <p>{t('conflict.differs')}</p>
      <dl className="details-clash">
        {changes.map(({ key, place, spec, change: [theirs, mine] }) => (
          <div key={key}>
            <dt>{wordsOf(place)}</dt>
            <dd>
              {text(spec, theirs)} → {text(spec, mine)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
