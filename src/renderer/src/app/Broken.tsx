import { Component, type ReactNode } from 'react'
import { detailsOf } from './explain.ts'
import type { Shell } from './shell.ts'
import './StartView.css'

type Props = { shell: Shell; children: ReactNode }

/** Where a bug breaks the window's drawing: says so, and offers to draw it anew. What was saved is not touched. */
export class Broken extends Component<Props, { error?: unknown }> {
  override state: { error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { shell, children } = this.props
    const { error } = this.state
    if (error === undefined) return children
    const { t } = shell
    return (
      <main className="start" role="alert">
        <div className="start-page">
          <h1>{t('broken.title')}</h1>
          <p>{t('broken.body')}</p>
          <div className="start-actions">
            <button type="button" className="button primary" onClick={() => location.reload()}>
              {t('broken.again')}
            </button>
            <button type="button" className="button" onClick={() => void shell.api.copyText(stackOf(error))}>
              {t('notice.copy')}
            </button>
          </div>
        </div>
      </main>
    )
  }
}

const stackOf = (error: unknown): string => (error instanceof Error && error.stack) || detailsOf(error)
