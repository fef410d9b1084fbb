import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'

type Props = { readonly title: string; readonly hasProblem: boolean; readonly children: ReactNode }

/** Fields that belong together; can be folded away, but never with something wrong inside. */
export function FieldGroup({ title, hasProblem, children }: Props) {
  const [folded, setFolded] = useState(false)
  const id = useId()
  const isOpen = !folded || hasProblem
  const Icon = isOpen ? ChevronDown : ChevronRight
  return (
    <section className="form-group" aria-labelledby={id}>
      <h2>
        <button
          type="button"
          id={id}
          className="form-group-title"
          aria-expanded={isOpen}
          onClick={() => setFolded(isOpen)}
        >
          <Icon size={16} strokeWidth={1.6} aria-hidden />
          {title}
        </button>
      </h2>
      <div className="form-group-fields" hidden={!isOpen}>
        {children}
      </div>
    </section>
  )
}
