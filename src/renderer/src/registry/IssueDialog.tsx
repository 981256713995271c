import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { Issue } from '../../../core/registries.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { registriesQuery } from '../data/queries.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import { addIssue, changeIssue, chosenIssue, issueOf } from './issues.ts'
import { MentionList } from './MentionList.tsx'
import { ParentField } from './ParentField.tsx'

const none: Issue[] = []

/** An entry of the registry, or a new one: beside the one the list stands at, if nothing else is said. */
export const IssueDialog = ({ issueId, onClose }: { issueId: string | undefined; onClose(): void }) => {
  const shell = useShell()
  const { t } = useWords()
  const [before] = useState(() => issueOf(shell, issueId))
  const [name, setName] = useState(before?.name ?? '')
  const [description, setDescription] = useState(before?.description ?? '')
  const [parent, setParent] = useState(() => chosenIssue(shell)?.parent)
  const { data: { issues = none } = {} } = useQuery(registriesQuery(shell))
  const [checked, setChecked] = useState(false)
  const wrong = checked && name.trim() === ''
  const save = async () => {
    setChecked(true)
    if (name.trim() === '') return
    const text = description.trim()
    const done = await (issueId
      ? changeIssue(shell, issueId, { name: name.trim(), description: text || null })
      : addIssue(shell, {
          id: v7(),
          name: name.trim(),
          ...(text && { description: text }),
          ...(parent !== undefined && { parent }),
        }))
    if (done) onClose()
  }
  return (
    <FormDialog
      title={t(issueId ? 'issue.details' : 'issue.new')}
      width="narrow"
      onSave={() => void save()}
      onClose={onClose}
      after={issueId ? <MentionList kind="issue" id={issueId} onGo={onClose} /> : null}
    >
      <label className="field">
        <span>{t('issue.name')}</span>
        <input
          className="input"
          dir="auto"
          data-first
          value={name}
          aria-invalid={wrong}
          onChange={(event) => setName(event.target.value)}
        />
        {wrong ? (
          <span className="field-problem" role="alert">
            {t('issue.name.problem')}
          </span>
        ) : null}
      </label>
      {issueId ? null : (
        <div className="field">
          <ParentField issues={issues} parent={parent} onChange={setParent} />
        </div>
      )}
      <label className="field">
        <span>{t('issue.description')}</span>
        <textarea
          className="input"
          dir="auto"
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
      </label>
    </FormDialog>
  )
}
