import type { RecognisedFiles } from '../../../workbench/contract.ts'
import type { ExchangeDialog } from './dialog.ts'
import { ExportDialog } from './ExportDialog.tsx'
import { ExportedDialog } from './ExportedDialog.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { ImportedDialog } from './ImportedDialog.tsx'

/** What comes from other tools and goes out for them. */
export const ExchangeDialogs = ({ dialog, onClose }: { dialog: ExchangeDialog; onClose(): void }) => {
  switch (dialog.kind) {
    case 'import':
      // Files that are dropped on it are looked into anew.
      return <ImportDialog key={keyOf(dialog.found)} found={dialog.found} onClose={onClose} />
    case 'imported':
      return <ImportedDialog report={dialog.report} onClose={onClose} />
    case 'exportFormat':
      return <ExportDialog onClose={onClose} />
    case 'exportedFormat':
      return <ExportedDialog report={dialog.report} target={dialog.target} onClose={onClose} />
  }
}

const keyOf = (found: RecognisedFiles | undefined): string =>
  found ? found.formats.flatMap(({ format, files }) => [format, ...files]).join(' ') : ''
