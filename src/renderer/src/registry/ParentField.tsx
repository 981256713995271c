import { useState } from 'react'
import type { Issue } from '../../../core/registries.ts'
import { useWords } from '../app/words.tsx'
import { Chips } from '../forms/Chips.tsx'
import { Combo } from '../forms/Combo.tsx'
import { findIssues } from '../forms/search.ts'

const MOST = 12

type Props = { issues: readonly Issue[]; parent: string | undefined; onChange(parent: string | undefined): void }

/** The issue a new one is a part of, if any. */
export const ParentField = ({ issues, parent, onChange }: Props) => {
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const above = issues.find(({ id }) => id === parent)
  return (
    <Chips
      label={t('issue.parent')}
      items={above ? [{ key: above.id, label: above.name }] : []}
      onRemove={() => onChange(undefined)}
    >
      <Combo
        label={t('issue.parent')}
        placeholder={t('issue.parent.none')}
        query={query}
        onQuery={setQuery}
        choices={findIssues(issues, query)
          .filter(({ issue }) => issue.id !== parent)
          .slice(0, MOST)
          .map(({ issue, path }) => ({
            key: issue.id,
            label: issue.name,
            hint: path || undefined,
            take: () => {
              setQuery('')
              onChange(issue.id)
            },
          }))}
        onBack={() => onChange(undefined)}
      />
    </Chips>
  )
}
