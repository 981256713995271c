import { lazy, Suspense } from 'react'
import { useShell, useUi } from '../app/context.tsx'
import { CodebookDialogs } from '../codebook/CodebookDialogs.tsx'
import { SplitDialogs } from '../corpus/SplitDialogs.tsx'
import { CorrectionDialog } from '../correction/CorrectionDialog.tsx'
import { ActorPicker } from '../forms/ActorPicker.tsx'
import { LinkPicker } from '../links/LinkPicker.tsx'
import { ConflictsDialog } from '../merging/ConflictsDialog.tsx'
import { DuplicatesDialog } from '../merging/DuplicatesDialog.tsx'
import { MergedDialog } from '../merging/MergedDialog.tsx'
import { MergePreviewDialog } from '../merging/MergePreviewDialog.tsx'
import { AssignDialog } from '../people/AssignDialog.tsx'
import { LayersDialog } from '../people/LayersDialog.tsx'
import { ShareDialog } from '../people/ShareDialog.tsx'
import { ActorDialog } from '../registry/ActorDialog.tsx'
import { IssueDialog } from '../registry/IssueDialog.tsx'
import { IssueMergeDialog } from '../registry/IssueMergeDialog.tsx'
import { MergeDialog } from '../registry/MergeDialog.tsx'
import { ActorRemoval, IssueRemoval } from '../registry/removals.tsx'
import { TableDialog } from '../tables/TableDialog.tsx'
import { AboutDialog } from './AboutDialog.tsx'
import { AddedDialog } from './AddedDialog.tsx'
import { ArticleDialog } from './ArticleDialog.tsx'
import { CheckedDialog } from './CheckedDialog.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { IdentityDialog } from './IdentityDialog.tsx'
import { KeyboardDialog } from './KeyboardDialog.tsx'
import { Palette } from './Palette.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'
import { ValidatedDialog } from './ValidatedDialog.tsx'

// All the formats come with them, which nothing else in the window needs.
const ExchangeDialogs = lazy(async () => {
  const { ExchangeDialogs } = await import('../exchange/ExchangeDialogs.tsx')
  return { default: ExchangeDialogs }
})

/** The dialog that is open, if any. */
export const Dialogs = () => {
  const { ui } = useShell()
  const dialog = useUi(({ dialog }) => dialog)
  const close = () => ui.set({ dialog: undefined })
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'palette':
      return <Palette onClose={close} />
    case 'keyboard':
      return <KeyboardDialog onClose={close} />
    case 'about':
      return <AboutDialog onClose={close} />
    case 'identity':
      return <IdentityDialog first={dialog.first} answer={dialog.answer} />
    case 'article':
      return <ArticleDialog key={dialog.articleId} articleId={dialog.articleId} onClose={close} />
    case 'paste':
      return <PasteDialog text={dialog.text} onClose={close} />
    case 'rename':
      return <RenameDialog onClose={close} />
    case 'assign':
      return <AssignDialog articleIds={dialog.articleIds} onClose={close} />
    case 'share':
      return <ShareDialog share={dialog.share} onClose={close} />
    case 'layers':
      return <LayersDialog onClose={close} />
    case 'actor':
      return <ActorPicker key={dialog.annotationId} annotationId={dialog.annotationId} onClose={close} />
    case 'link':
      return <LinkPicker key={dialog.annotationId} annotationId={dialog.annotationId} onClose={close} />
    case 'actorDetails':
      return <ActorDialog key={dialog.actorId} actorId={dialog.actorId} onClose={close} />
    case 'actorMerge':
      return <MergeDialog key={dialog.actorId} actorId={dialog.actorId} onClose={close} />
    case 'actorRemoval':
      return <ActorRemoval actorId={dialog.actorId} dependents={dialog.dependents} onClose={close} />
    case 'issueDetails':
      return <IssueDialog key={dialog.issueId} issueId={dialog.issueId} onClose={close} />
    case 'issueMerge':
      return <IssueMergeDialog key={dialog.issueId} issueId={dialog.issueId} onClose={close} />
    case 'issueRemoval':
      return <IssueRemoval issueId={dialog.issueId} dependents={dialog.dependents} onClose={close} />
    case 'codebook':
      return <CodebookDialogs show={dialog.show} onClose={close} />
    case 'split':
      return <SplitDialogs show={dialog.show} onClose={close} />
    case 'correction':
      return <CorrectionDialog articleId={dialog.articleId} text={dialog.text} report={dialog.report} onClose={close} />
    case 'confirm':
      return <ConfirmDialog {...dialog} />
    case 'added':
      return <AddedDialog report={dialog.report} onClose={close} />
    case 'tables':
      return <TableDialog tables={dialog.tables} others={dialog.others} onClose={close} />
    case 'merged':
      return <MergedDialog report={dialog.report} before={dialog.before} onClose={close} />
    case 'import':
    case 'imported':
    case 'exportFormat':
    case 'exportedFormat':
      return (
        <Suspense fallback={null}>
          <ExchangeDialogs dialog={dialog} onClose={close} />
        </Suspense>
      )
    case 'mergePreview':
      return <MergePreviewDialog files={dialog.files} report={dialog.report} onClose={close} />
    case 'duplicates':
      return <DuplicatesDialog onClose={close} />
    case 'conflicts':
      return <ConflictsDialog onClose={close} />
    case 'validated':
      return <ValidatedDialog report={dialog.report} onClose={close} />
    case 'checked':
      return <CheckedDialog report={dialog.report} onClose={close} />
  }
}
