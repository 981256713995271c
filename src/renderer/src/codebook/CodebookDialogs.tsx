import { labelIn } from '../../../core/labels.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { RemovalDialog } from '../registry/RemovalDialog.tsx'
import { AttributeDialog } from './AttributeDialog.tsx'
import { CodeDialog } from './CodeDialog.tsx'
import { CodeMergeDialog } from './CodeMergeDialog.tsx'
import { CodePicker } from './CodePicker.tsx'
import type { CodebookDialog } from './dialogs.ts'
import { ImportedDialog } from './ImportedDialog.tsx'
import { LinkTypeDialog } from './LinkTypeDialog.tsx'
import { removeEntry } from './writes.ts'

/** The dialog of the codebook that is open. */
export const CodebookDialogs = ({ show, onClose }: { show: CodebookDialog; onClose(): void }) => {
  const shell = useShell()
  const { language } = useWords()
  switch (show.kind) {
    case 'code':
      return <CodeDialog key={show.codeId} {...show} onClose={onClose} />
    case 'attribute':
      return <AttributeDialog key={show.attributeId} {...show} onClose={onClose} />
    case 'linkType':
      return <LinkTypeDialog key={show.linkTypeId} {...show} onClose={onClose} />
    case 'merge':
      return <CodeMergeDialog codeId={show.codeId} onClose={onClose} />
    case 'removal':
      return (
        <RemovalDialog
          kind={show.entry.kind}
          name={labelIn(show.entry.record.label, language)}
          dependents={show.dependents}
          onRemove={(detach) => void removeEntry(shell, show.entry, detach)}
          onClose={onClose}
        />
      )
    case 'picker':
      return <CodePicker onClose={onClose} />
    case 'imported':
      return <ImportedDialog file={show.file} report={show.report} onClose={onClose} />
  }
}
