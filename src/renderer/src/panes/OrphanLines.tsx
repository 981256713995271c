import type { Annotation } from '../../../core/annotation.ts'
import { isWritable } from '../actions/writable.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { runCommand } from '../commands/commands.ts'
import '../forms/ProposalHint.css'
import './orphans.css'

/** What stood beside an annotation that lost its place, and the way to place it again. */
export const OrphanLines = ({ row, focused }: { row: Annotation; focused: boolean }) => {
  const shell = useShell()
  const { t } = useWords()
  const { prefix, suffix } = row.target
  return (
    <>
      <p className="card-line card-orphan">{t('annotation.orphan')}</p>
      {prefix || suffix ? (
        <p className="card-line card-context">
          {t('orphan.context', { before: prefix.trimStart(), after: suffix.trimEnd() })}
        </p>
      ) : null}
      {focused && isWritable(shell) ? (
        <p className="proposal">
          <button
            type="button"
            className="proposal-button"
            tabIndex={-1}
            onClick={() => runCommand(shell, 'orphan.place')}
          >
            <kbd>O</kbd>
            <span className="one-line">{t('orphan.place')}</span>
          </button>
        </p>
      ) : null}
    </>
  )
}
