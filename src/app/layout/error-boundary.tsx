/** Catches a part of the screen that failed while rendering, says so in its place, and lets the rest go on. */
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { layoutMessages as words } from '../../locales/en/app/layout'
import { Button } from '../../ui/action/button'
import { EmptyState } from '../../ui/feedback/empty-state'
import styles from './error-boundary.module.css'

export interface ErrorBoundaryProps {
  readonly children: ReactNode
  /** Changes when the reader moved on: then it tries again by itself. */
  readonly resetKey?: unknown
}

interface ErrorBoundaryState {
  readonly error: unknown
  readonly failed: boolean
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined, failed: false }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error, failed: true }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    // So that a page's own error listeners, and people with the console open, see it.
    globalThis.reportError?.(new Error(`A part of the screen failed${info.componentStack ?? ''}`, { cause: error }))
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.failed && before.resetKey !== this.props.resetKey) this.#retry()
  }

  readonly #retry = (): void => this.setState({ error: undefined, failed: false })

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert" className={styles.broken}>
        <EmptyState
          title={words.broken}
          actions={
            <>
              <Button onPress={this.#retry}>{words.tryAgain}</Button>
              <Button variant="bare" onPress={() => location.reload()}>
                {words.reload}
              </Button>
            </>
          }
        >
          {words.brokenWords}
        </EmptyState>
        <details className={styles.details}>
          <summary>{words.details}</summary>
          <code>{this.state.error instanceof Error ? this.state.error.message : String(this.state.error)}</code>
        </details>
      </div>
    )
  }
}
