import { useState } from 'react'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { folded } from '../panes/folded.ts'
import type { Names } from '../panes/names.ts'
import { Chips } from './Chips.tsx'
import { type Choice, Combo } from './Combo.tsx'
import { useFormEntries } from './form-entries.tsx'
import { findIssues } from './search.ts'

const MOST = 40

type Props = {
  label: string
  names: Names
  issueIds: readonly string[]
  /** One more takes the place of the one that is there. */
  single?: boolean
  onChange(issueIds: string[]): void
}

/** Issues of the registry's tree; a new one is made in place. */
export const IssuesField = ({ label, names, issueIds, single, onChange }: Props) => {
  const { t } = useWords()
  const { issues, addIssue } = useFormEntries()
  const [query, setQuery] = useState('')
  const take = (id: string) => {
    setQuery('')
    onChange(single ? [id] : [...new Set([...issueIds, id])])
  }
  const found = findIssues(issues, query).filter(({ issue }) => !issueIds.includes(issue.id))
  const wanted = query.trim()
  const exists = issues.some(({ name, mergedInto }) => !mergedInto && folded(name) === folded(wanted))
  const choices: Choice[] = found.slice(0, MOST).map(({ issue, path }) => ({
    key: issue.id,
    label: issue.name,
    hint: path || undefined,
    take: () => take(issue.id),
  }))
  const create: Choice = {
    key: 'create',
    label: t('issue.create', { name: isolated(wanted) }),
    take: () => take(addIssue(wanted)),
  }
  return (
    <Chips
      label={label}
      items={issueIds.map((id) => ({ key: id, label: names.issue(id) }))}
      onRemove={(index) => onChange(issueIds.toSpliced(index, 1))}
    >
      <Combo
        label={label}
        placeholder={t(issueIds.length > 0 && !single ? 'form.add' : 'form.find')}
        query={query}
        onQuery={setQuery}
        choices={wanted && !exists ? [...choices, create] : choices}
        onBack={() => onChange(issueIds.slice(0, -1))}
      />
    </Chips>
  )
}
