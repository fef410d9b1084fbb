import { Input } from 'antd'
import { Search } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { RegisterName } from '@shared/kernel/registers'
import { ColumnChooser, type RegisterColumn } from '../../ui/register'
import { useLatest } from '../../ui/use-latest'
import { SaveViewButton } from '../views'
import { FilterBar } from './FilterBar'
import type { AnyRow } from './record-api'
import type { RegisterState } from './register-search'
import type { LayoutControl } from './use-layout'

/** Pause in typing after which the list is searched. */
const typingPause = 250

type Props = {
  readonly register: RegisterName
  readonly state: RegisterState
  readonly columns: readonly RegisterColumn<AnyRow>[]
  readonly layout: LayoutControl
  readonly searchHint: string
  /** What else can be done with the list. */
  readonly children?: ReactNode
}

/** The line above the list: search, conditions, columns. */
export function RegisterTools({ register, state, columns, layout, searchHint, children }: Props) {
  return (
    <div className="register-tools">
      <SearchBox state={state} hint={searchHint} />
      <FilterBar register={register} state={state} />
      <SaveViewButton register={register} list={state} />
      <span className="register-tools-end">
        {children}
        <ColumnChooser columns={columns} layout={layout.columns} onLayout={layout.keepColumns} />
      </span>
    </div>
  )
}

function SearchBox({ state, hint }: { readonly state: RegisterState; readonly hint: string }) {
  const inForce = state.filter.text ?? ''
  const [typed, setTyped] = useState(inForce)
  // The text that was last asked for and the one last seen in force: only a change from elsewhere may replace what is
  // being typed.
  const [asked, setAsked] = useState(inForce)
  const [seen, setSeen] = useState(inForce)
  if (seen !== inForce) {
    setSeen(inForce)
    if (inForce !== asked) {
      setAsked(inForce)
      setTyped(inForce)
    }
  }
  const [composing, setComposing] = useState(false)
  const latest = useLatest(state)
  useEffect(() => {
    if (composing || typed === asked) return undefined
    const timer = setTimeout(() => {
      setAsked(typed)
      latest.current.setFilter({ ...latest.current.filter, text: typed })
    }, typingPause)
    return () => clearTimeout(timer)
  }, [asked, composing, latest, typed])
  return (
    <Input
      className="register-search"
      allowClear
      prefix={<Search size={16} strokeWidth={1.6} aria-hidden />}
      placeholder={hint}
      aria-label={hint}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return
        event.preventDefault()
        document.querySelector<HTMLElement>('.register .ag-row[row-index="0"] .ag-cell')?.focus()
      }}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  )
}
