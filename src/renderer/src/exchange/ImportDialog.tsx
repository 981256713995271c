import { useEffect, useState } from 'react'
import { importMapping } from '../../../core/formats/mapping.ts'
import type { RecognisedFiles } from '../../../workbench/contract.ts'
import { isKeyboardLost } from '../actions/areas.ts'
import { addFiles } from '../actions/articles.ts'
import { importAnnotated, pickAnnotated } from '../actions/importing.ts'
import { useShell } from '../app/context.tsx'
import { explain } from '../app/explain.ts'
import { Jobs } from '../app/Jobs.tsx'
import { useWords } from '../app/words.tsx'
import { DialogFoot } from '../parts/DialogFoot.tsx'
import { Modal } from '../parts/Modal.tsx'
import { ImportChoice } from './ImportChoice.tsx'
import { ImportMapping } from './ImportMapping.tsx'
import { ImportResult } from './ImportResult.tsx'
import { titleOf } from './titles.ts'
import { useImport } from './use-import.ts'
import './exchange.css'

type Props = { found: RecognisedFiles | undefined; onClose(): void }

/** Annotations of another program: which files, what becomes of what is in them, and what would come of it. */
export const ImportDialog = ({ found: initial, onClose }: Props) => {
  const shell = useShell()
  const words = useWords()
  const { t } = words
  const state = useImport(shell, initial)
  const { found, looked, report, busy, error } = state
  const [annotator, setAnnotator] = useState<string>()
  useEffect(() => {
    if (!busy && isKeyboardLost()) document.querySelector<HTMLElement>('dialog[open] [data-first]')?.focus()
  }, [busy])
  const step = report ? 'check' : looked ? 'map' : 'choose'
  const pick = async (kind: 'annotated' | 'folder') => {
    const grants = await pickAnnotated(shell, kind)
    if (grants.length > 0) await state.take(grants.map(({ handle }) => handle))
  }
  const request = looked && {
    files: looked.files,
    format: looked.format,
    mapping: looked.mapping,
    ...(annotator?.trim() && { annotator: annotator.trim() }),
  }
  const sound = looked && importMapping.safeParse(looked.mapping).success && annotator?.trim() !== ''
  const brings = report?.files.some(({ outcome }) => outcome === 'imported') ?? false
  const foot = {
    choose: <DialogFoot onCancel={onClose} />,
    map: (
      <DialogFoot
        action={t('import.try')}
        disabled={!sound || busy || looked?.preview.documents === 0}
        onAction={() => request && void state.tryOut(request)}
        onCancel={onClose}
      >
        <button type="button" className="button apart" disabled={busy} onClick={() => void pick('annotated')}>
          {t('import.otherFiles')}
        </button>
      </DialogFoot>
    ),
    check: (
      <DialogFoot
        action={t('import.run')}
        disabled={!brings}
        first
        onAction={() => {
          onClose()
          if (request) void importAnnotated(shell, request)
        }}
        onCancel={onClose}
      >
        <button type="button" className="button apart" onClick={state.back}>
          {t('import.back')}
        </button>
      </DialogFoot>
    ),
  }
  const title = looked ? `${t('import.title')} · ${titleOf(t, looked.format)}` : t('import.title')
  return (
    <Modal key={step} title={title} width={step === 'map' ? 'full' : 'wide'} onClose={onClose} footer={foot[step]}>
      {error === undefined ? null : (
        <p className="dialog-problem" role="alert">
          {explain(words, error)}
        </p>
      )}
      {step === 'choose' ? <Jobs place="dialog" /> : null}
      {step === 'choose' ? (
        <ImportChoice
          unknown={found !== undefined && found.formats.length === 0}
          busy={busy}
          onPick={(kind) => void pick(kind)}
          onFormat={(format) => void state.chooseFormat(format)}
          onArticles={() => {
            onClose()
            void addFiles(shell, found?.rest ?? [])
          }}
        />
      ) : null}
      {step === 'map' && looked ? (
        <ImportMapping state={state} looked={looked} annotator={annotator} onAnnotator={setAnnotator} />
      ) : null}
      {report ? <ImportResult report={report} tense="would" /> : null}
    </Modal>
  )
}
