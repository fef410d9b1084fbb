import { Component, type ReactNode } from 'react'
import { ScreenFailed } from './ScreenFailed'

type State = { readonly error: Error | null }

/** Catches what a screen throws while it is drawn, so that no window ever stays blank. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: Error): State {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    return error === null ? (
      this.props.children
    ) : (
      <main>
        <ScreenFailed error={error} />
      </main>
    )
  }
}
