import { Input } from 'antd'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { RegisterName } from '@shared/kernel/registers'
import { ColumnChooser, type RegisterColumn } from '../../ui/register'
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
}

/** The line above the list: search, conditions, columns. */
export function RegisterTools({ register, state, columns, layout, searchHint }: Props) {
  return (
    <div className="register-tools">
      <SearchBox state={state} hint={searchHint} />
      <FilterBar register={register} state={state} />
      <span className="register-tools-end">
        <ColumnChooser columns={columns} layout={layout.columns} onLayout={layout.keepColumns} />
      </span>
    </div>
  )
}

function SearchBox({ state, hint }: { readonly state: RegisterState; readonly hint: string }) {
  const inForce = state.filter.text ?? ''
  const [typed, setTyped] = useState(inForce)
  const composing = useRef(false)
  const latest = useRef(state)
  latest.current = state
  useEffect(() => setTyped(inForce), [inForce])
  useEffect(() => {
    if (typed === inForce) return undefined
    const timer = setTimeout(() => {
      if (!composing.current) latest.current.setFilter({ ...latest.current.filter, text: typed })
    }, typingPause)
    return () => clearTimeout(timer)
  }, [typed, inForce])
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
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={(event) => {
        composing.current = false
        setTyped(event.currentTarget.value)
        // Nothing more is typed after the last word is accepted, so the pause would never begin again.
        latest.current.setFilter({ ...latest.current.filter, text: event.currentTarget.value })
      }}
    />
  )
}
