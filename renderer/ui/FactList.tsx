import './ui.css'

type Props = {
  /** What each fact is called and what it is, in order; no two are called the same. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  /** Figures of one width, as for versions. */
  readonly numeric?: boolean
}

/** Short facts, one a line. */
export function FactList({ facts, numeric = false }: Props) {
  return (
    <dl className="ui-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={numeric ? 'numeric' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
