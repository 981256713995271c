import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { labelIn } from '../../../core/labels.ts'
import { toggleCode } from '../actions/coding.ts'
import { focusedRow } from '../actions/focus.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { codebookQuery } from '../data/queries.ts'
import { Combo } from '../forms/Combo.tsx'
import { PickerDialog } from '../forms/PickerDialog.tsx'
import { fitting } from '../registry/tree.ts'
import { CodeDot } from './CodeChip.tsx'
import { emptyCodebook } from './codebook.ts'
import { offeredCodes, wordsOf } from './entries.ts'

/** The codes of the annotation in focus: Enter gives one or takes it back, and it stays open for more. */
export const CodePicker = ({ onClose }: { onClose(): void }) => {
  const shell = useShell()
  const { t, language } = useWords()
  const [query, setQuery] = useState('')
  const { data: { codes } = emptyCodebook } = useQuery(codebookQuery(shell))
  const articleId = useUi(({ articleId }) => articleId) ?? ''
  // Of another's annotation the first code makes a copy, which is then in focus.
  useUi(({ focusId }) => focusId)
  useQuery(shell.annotations.query(articleId))
  const [annotationId] = useState(() => shell.ui.get().focusId ?? '')
  const row = focusedRow(shell)
  if (!row) return null
  const fits = fitting(query)
  const choices = offeredCodes(codes, row.type, language)
    .filter(({ code }) => fits(wordsOf(code)))
    .map(({ code, path }) => ({
      key: code.id,
      label: labelIn(code.label, language),
      hint: [path, code.hotkey?.toUpperCase()].filter(Boolean).join(' · '),
      sign: <CodeDot color={code.color} />,
      checked: row.codes.includes(code.id),
      take: () => void toggleCode(shell, code),
    }))
  return (
    <PickerDialog label={t('annotation.codes')} annotationId={annotationId} onClose={onClose}>
      <Combo
        open
        label={t('annotation.codes')}
        placeholder={t('codes.find')}
        query={query}
        onQuery={setQuery}
        choices={choices}
      />
      <p className="picker-foot quiet small">
        <kbd>Enter</kbd> {t('codes.toggle')} · <kbd>Esc</kbd> {t('codes.close')}
      </p>
    </PickerDialog>
  )
}
