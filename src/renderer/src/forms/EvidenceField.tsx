import { useState } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import { useShell } from '../app/context.tsx'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { quoteOf, startOf } from '../data/annotation-rows.ts'
import { bodyLines } from '../panes/body-lines.ts'
import { folded } from '../panes/folded.ts'
import type { Names } from '../panes/names.ts'
import { Chips } from './Chips.tsx'
import { type Choice, Combo } from './Combo.tsx'

const MOST = 20

type Props = { row: Annotation; names: Names; evidenceFor: readonly string[]; onChange(ids: string[]): void }

/** The positions of the article that the claim is evidence for, the nearest first. */
export const EvidenceField = ({ row, names, evidenceFor, onChange }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const positions = shell.annotations.rows(row.articleId).filter(({ type }) => type === 'position')
  const nameOf = (id: string): string => {
    const position = positions.find((other) => other.id === id)
    if (!position) return t('actor.unknown')
    return bodyLines(position, names, t).find(({ kind }) => kind === 'main')?.text ?? isolated(quoteOf(position))
  }
  const distance = (other: Annotation) => Math.abs(startOf(other) - startOf(row))
  const choices = positions
    .filter(({ id }) => !evidenceFor.includes(id))
    .filter((position) => folded(`${nameOf(position.id)} ${quoteOf(position)}`).includes(folded(query)))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOST)
    .map(
      (position): Choice => ({
        key: position.id,
        label: nameOf(position.id),
        hint: quoteOf(position),
        take: () => {
          setQuery('')
          onChange([...evidenceFor, position.id])
        },
      }),
    )
  if (positions.length === 0) return null
  return (
    <Chips
      label={t('claim.evidence')}
      items={evidenceFor.map((id) => ({ key: id, label: nameOf(id) }))}
      onRemove={(index) => onChange(evidenceFor.toSpliced(index, 1))}
    >
      <Combo
        label={t('claim.evidence')}
        placeholder={t('form.add')}
        query={query}
        onQuery={setQuery}
        choices={choices}
        onBack={() => onChange(evidenceFor.slice(0, -1))}
      />
    </Chips>
  )
}
