import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './paper.css'

/** What printing puts on paper in place of the window; nothing of it is seen on screen. */
export function Paper({ children }: { readonly children: ReactNode }) {
  return createPortal(
    <div className="paper" aria-hidden>
      {children}
    </div>,
    document.body,
  )
}
