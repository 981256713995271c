import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { labelIn } from '../../../core/labels.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { CodeDot } from '../codebook/CodeChip.tsx'
import { emptyCodebook } from '../codebook/codebook.ts'
import { offeredCodes, wordsOf } from '../codebook/entries.ts'
import { codebookQuery } from '../data/queries.ts'
import type { Names } from '../panes/names.ts'
import { fitting } from '../registry/tree.ts'
import { Chips } from './Chips.tsx'
import { Combo } from './Combo.tsx'

const MOST = 40

type Props = { type: AnnotationType; names: Names; codeIds: readonly string[]; onChange(codeIds: string[]): void }

/** The codes of an annotation, found by names, keys and definitions. Retired ones are not offered, but shown where they stand. */
export const CodesField = ({ type, names, codeIds, onChange }: Props) => {
  const shell = useShell()
  const { t, language } = useWords()
  const { data: { codes } = emptyCodebook } = useQuery(codebookQuery(shell))
  const [query, setQuery] = useState('')
  if (codeIds.length === 0 && !codes.some((code) => code.type === type)) return null
  const fits = fitting(query)
  const choices = offeredCodes(codes, type, language)
    .filter(({ code }) => !codeIds.includes(code.id) && fits(wordsOf(code)))
    .slice(0, MOST)
    .map(({ code, path }) => ({
      key: code.id,
      label: labelIn(code.label, language),
      hint: [path, code.hotkey?.toUpperCase()].filter(Boolean).join(' · '),
      sign: <CodeDot color={code.color} />,
      take: () => {
        setQuery('')
        onChange([...codeIds, code.id])
      },
    }))
  return (
    <Chips
      label={t('codes.label')}
      items={codeIds.map(names.code).map(({ id, label, color }) => ({
        key: id,
        label,
        sign: color ? <CodeDot color={color} /> : null,
      }))}
      onRemove={(index) => onChange(codeIds.toSpliced(index, 1))}
    >
      <Combo
        label={t('codes.label')}
        placeholder={t('form.add')}
        query={query}
        onQuery={setQuery}
        choices={choices}
        onBack={() => onChange(codeIds.slice(0, -1))}
      />
    </Chips>
  )
}
