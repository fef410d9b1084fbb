import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  mostTargetMinutes,
  targetKey,
  targetMeasures,
  type ServiceTarget,
  type TargetMeasure,
} from '@shared/features/clocks/targets'
import { codesOf, codeLabel } from '@shared/kernel/code-lists'
import { useFormat } from '../../i18n/format'
import { Card } from '../../ui'
import { durationText } from './hours-text'
import type { ReadDraft, WorkingDraft } from './use-working-draft'

type Props = {
  readonly draft: WorkingDraft
  readonly read: ReadDraft
  readonly onChange: (targets: WorkingDraft['targets']) => void
}

/** What is promised by type and priority, in working hours and minutes. */
export function TargetsCard({ draft, read, onChange }: Props) {
  const { t } = useTranslation('clocks')
  const change = (key: string, measure: TargetMeasure, typed: string) => {
    const old = draft.targets[key] ?? { firstResponse: '', resolution: '', dueSoon: '' }
    onChange({ ...draft.targets, [key]: { ...old, [measure]: typed } })
  }
  return (
    <Card title={t('targets.title')}>
      <div className="ui-card-body">
        <p className="ui-quiet">{t('targets.hint')}</p>
        {read.targetProblems.size > 0 && (
          <p className="clocks-problem" role="alert">
            {t('problem.duration', { most: durationText(mostTargetMinutes) })}
          </p>
        )}
      </div>
      <table className="clocks-table clocks-targets">
        <thead>
          <tr>
            <th scope="col">{t('targets.type')}</th>
            <th scope="col">{t('targets.priority')}</th>
            {targetMeasures.map((measure) => (
              <th key={measure} scope="col">
                {t(`targets.${measure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(read.targets).map((target, index, all) => (
            <TargetRow
              key={targetKey(target)}
              target={target}
              isFirst={all[index - 1]?.type !== target.type}
              typed={draft.targets[targetKey(target)]}
              problems={read.targetProblems}
              onChange={change}
            />
          ))}
        </tbody>
      </table>
    </Card>
  )
}

/** By type, the urgent first. */
function inOrder(targets: readonly ServiceTarget[]): readonly ServiceTarget[] {
  const types = codesOf('requestType')
  const priorities = codesOf('priority')
  return targets.toSorted(
    (one, other) =>
      types.indexOf(one.type) - types.indexOf(other.type) ||
      priorities.indexOf(other.priority) - priorities.indexOf(one.priority),
  )
}

type RowProps = {
  readonly target: ServiceTarget
  readonly isFirst: boolean
  readonly typed: WorkingDraft['targets'][string] | undefined
  readonly problems: ReadonlySet<string>
  readonly onChange: (key: string, measure: TargetMeasure, typed: string) => void
}

function TargetRow({ target, isFirst, typed, problems, onChange }: RowProps) {
  const { t } = useTranslation('clocks')
  const { language } = useFormat()
  const key = targetKey(target)
  const type = codeLabel('requestType', target.type, language)
  const priority = codeLabel('priority', target.priority, language)
  return (
    <tr className={isFirst ? 'clocks-group' : undefined}>
      <th scope="row">{isFirst ? type : <span className="visually-hidden">{type}</span>}</th>
      <td>{priority}</td>
      {targetMeasures.map((measure) => {
        const isWrong = problems.has(`${key}/${measure}`)
        return (
          <td key={measure}>
            <Input
              className="numeric"
              aria-label={t('targets.field', { measure: t(`targets.${measure}`), type, priority })}
              value={typed?.[measure] ?? ''}
              maxLength={8}
              status={isWrong ? 'error' : ''}
              aria-invalid={isWrong}
              onChange={(event) => onChange(key, measure, event.target.value)}
            />
          </td>
        )
      })}
    </tr>
  )
}
