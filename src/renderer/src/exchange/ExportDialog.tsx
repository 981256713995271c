import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { outFormats } from '../../../core/formats/out/index.ts'
import type { ArticleSummary, NamedMapping } from '../../../workbench/contract.ts'
import { exportFormat, previewFormatQuery } from '../actions/exporting.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { articlesQuery, importMappingsQuery, splitsQuery } from '../data/queries.ts'
import { DialogFoot } from '../parts/DialogFoot.tsx'
import { Modal } from '../parts/Modal.tsx'
import { ExportAccount } from './ExportAccount.tsx'
import { ExportForm } from './ExportForm.tsx'
import { askedBy, firstChoiceIn, requestOf } from './export-choice.ts'
import './exchange.css'

const none: ArticleSummary[] = []
const noMappings: NamedMapping[] = []

/** In which format, whose annotations, of which articles; with the account of it before anything is written. */
export const ExportDialog = ({ onClose }: { onClose(): void }) => {
  const shell = useShell()
  const { t } = useWords()
  const { data: articles = none } = useQuery(articlesQuery(shell))
  const { data: mappings = noMappings } = useQuery(importMappingsQuery(shell))
  const { data: written } = useQuery(splitsQuery(shell))
  const [chosen, setChoice] = useState(shell.view.kept.exporting)
  const choice = useMemo(() => chosen ?? firstChoiceIn(written?.splits), [chosen, written])
  const format = outFormats.find(({ id }) => id === choice.format)
  const request = useMemo(
    () => format && requestOf(choice, format, articles, mappings),
    [choice, format, articles, mappings],
  )
  const { data, error, isFetching, isPlaceholderData } = useQuery(previewFormatQuery(shell, request))
  if (!format) return null
  return (
    <Modal
      title={t('export.title')}
      width="full"
      onClose={onClose}
      footer={
        <DialogFoot
          action={t('export.button')}
          disabled={!request || !data || error !== null || isPlaceholderData}
          onAction={() => request && void exportFormat(shell, choice, format, request)}
          onCancel={onClose}
        />
      }
    >
      <div className="export-sides">
        <ExportForm
          choice={choice}
          format={format}
          articles={articles}
          mappings={mappings}
          asked={askedBy(error)}
          error={error}
          onChange={setChoice}
        />
        <ExportAccount
          report={request && !error ? data : undefined}
          error={request && !askedBy(error) ? error : null}
          waits={!request || askedBy(error) !== undefined}
          stale={isFetching}
        />
      </div>
    </Modal>
  )
}
