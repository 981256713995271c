import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { labelIn } from '../../../core/labels.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { codebookQuery } from '../data/queries.ts'
import { Combo } from '../forms/Combo.tsx'
import { Modal } from '../parts/Modal.tsx'
import { fitting } from '../registry/tree.ts'
import { Affected } from './Affected.tsx'
import { codeOf, emptyCodebook, labelOf } from './codebook.ts'
import { offeredCodes, wordsOf } from './entries.ts'
import { mergeCode } from './writes.ts'

const MOST = 40

/** Which code another one of its type is the same as. */
export const CodeMergeDialog = ({ codeId, onClose }: { codeId: string; onClose(): void }) => {
  const shell = useShell()
  const { t, language } = useWords()
  const [query, setQuery] = useState('')
  const { data: { codes } = emptyCodebook } = useQuery(codebookQuery(shell))
  const code = codeOf(shell, codeId)
  if (!code) return null
  const fits = fitting(query)
  const others = offeredCodes(codes, code.type, language).filter(
    (other) => other.code.id !== code.id && other.code.id !== code.mergedInto && fits(wordsOf(other.code)),
  )
  return (
    <Modal title={t('actor.merge.title', { name: labelOf(shell, code) })} width="narrow" onClose={onClose}>
      <Combo
        open
        first
        label={t('code.merge.find')}
        placeholder={t('code.merge.find')}
        query={query}
        onQuery={setQuery}
        choices={others.slice(0, MOST).map(({ code: other, path }) => ({
          key: other.id,
          label: labelIn(other.label, language),
          hint: path,
          take: () => {
            onClose()
            void mergeCode(shell, code, other)
          },
        }))}
      />
      <Affected kind="code" id={codeId} />
      <p className="quiet small">{t('code.merge.note')}</p>
    </Modal>
  )
}
