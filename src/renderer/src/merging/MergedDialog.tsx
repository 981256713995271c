import { useQuery } from '@tanstack/react-query'
import type { MergeReport } from '../../../workbench/contract.ts'
import { undoMerge } from '../actions/merging.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { conflictsQuery, duplicatesQuery } from '../data/queries.ts'
import { ReportDialog } from '../dialogs/ReportDialog.tsx'
import { MergeFiles } from './MergeFiles.tsx'

type Props = { report: MergeReport; before: number | undefined; onClose(): void }

/** What each bundle brought, and what there is to do now. */
export const MergedDialog = ({ report, before, onClose }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const { data: conflicts = [] } = useQuery(conflictsQuery(shell))
  const { data: { pairs } = { pairs: [] } } = useQuery(duplicatesQuery(shell))
  const merged = report.files.some(({ outcome }) => outcome === 'merged')
  return (
    <ReportDialog
      title={t('merged.title')}
      width="wide"
      report={report}
      onClose={onClose}
      actions={
        <>
          {merged ? (
            <button
              type="button"
              className="button"
              onClick={() => {
                onClose()
                void undoMerge(shell, before)
              }}
            >
              {t('merge.undo')}
            </button>
          ) : null}
          {conflicts.length > 0 ? (
            <button type="button" className="button" onClick={() => shell.ui.set({ dialog: { kind: 'conflicts' } })}>
              {t('merge.conflicts', { count: conflicts.length })}
            </button>
          ) : null}
          {pairs.length > 0 ? (
            <button type="button" className="button" onClick={() => shell.ui.set({ dialog: { kind: 'duplicates' } })}>
              {t('merge.duplicates', { count: pairs.length })}
            </button>
          ) : null}
        </>
      }
    >
      <MergeFiles report={report} tense="merged" />
    </ReportDialog>
  )
}
