import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useShell } from '../app/context.tsx'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { registriesQuery } from '../data/queries.ts'
import { Combo } from '../forms/Combo.tsx'
import { findIssues } from '../forms/search.ts'
import { Modal } from '../parts/Modal.tsx'
import { issueOf, mergeIssue } from './issues.ts'

const MOST = 40

/** Which issue another one is the same as. */
export const IssueMergeDialog = ({ issueId, onClose }: { issueId: string; onClose(): void }) => {
  const shell = useShell()
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const { data: registries } = useQuery(registriesQuery(shell))
  const issue = issueOf(shell, issueId)
  if (!issue) return null
  const others = findIssues(registries?.issues ?? [], query).filter(
    (other) => other.issue.id !== issue.id && other.issue.id !== issue.mergedInto,
  )
  return (
    <Modal title={t('actor.merge.title', { name: isolated(issue.name) })} width="narrow" onClose={onClose}>
      <Combo
        open
        first
        label={t('issue.merge.find')}
        placeholder={t('issue.merge.find')}
        query={query}
        onQuery={setQuery}
        choices={others.slice(0, MOST).map(({ issue: other, path }) => ({
          key: other.id,
          label: other.name,
          hint: path,
          take: () => {
            onClose()
            void mergeIssue(shell, issue, other)
          },
        }))}
      />
      <p className="quiet small">{t('actor.merge.note')}</p>
    </Modal>
  )
}
