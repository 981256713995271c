/** What is done with entries of the issue registry; each is one step of the history. */
import type { Issue } from '../../../core/registries.ts'
import type { IssueChange, IssueDraft, TreePlace } from '../../../workbench/contract.ts'
import { showPane } from '../actions/areas.ts'
import { announce, notifyFailure } from '../actions/notices.ts'
import { writable } from '../actions/writable.ts'
import { write } from '../actions/writing.ts'
import { isolated } from '../app/explain.ts'
import type { Shell } from '../app/shell.ts'
import { registriesQuery } from '../data/queries.ts'
import { type Move, placeAfter, placeAt } from './tree.ts'
import type { Drop } from './tree-drag.ts'

const issuesOf = (shell: Shell): readonly Issue[] =>
  shell.queries.getQueryData(registriesQuery(shell).queryKey)?.issues ?? []

export const issueOf = (shell: Shell, id: string | undefined): Issue | undefined =>
  issuesOf(shell).find((issue) => issue.id === id)

/** The issue that the list stands at, where issues are listed. */
export const chosenIssue = (shell: Shell): Issue | undefined =>
  shell.layout.get().leftTab === 'issues' ? issueOf(shell, shell.ui.get().issueId) : undefined

export const openNewIssue = (shell: Shell) => {
  if (!writable(shell)) return
  shell.layout.set({ leftTab: 'issues' })
  showPane(shell, 'left')
  shell.ui.set({ dialog: { kind: 'issueDetails', issueId: undefined } })
}

export const openIssue = (shell: Shell, issue: Issue) =>
  shell.ui.set({ dialog: { kind: 'issueDetails', issueId: issue.id } })

export const openIssueMerge = (shell: Shell, issue: Issue) => {
  if (writable(shell)) shell.ui.set({ dialog: { kind: 'issueMerge', issueId: issue.id } })
}

/** Asks, with what depends on the issue. */
export const openIssueRemoval = async (shell: Shell, issue: Issue) => {
  if (!writable(shell)) return
  try {
    const dependents = await shell.desk.dependents('issue', [issue.id])
    shell.ui.set({ dialog: { kind: 'issueRemoval', issueId: issue.id, dependents } })
  } catch (error) {
    notifyFailure(
      shell,
      ({ t }) => t('issue.notLooked'),
      error,
      ({ t }) => t('problem.nothingChanged'),
    )
  }
}

export const addIssue = async (shell: Shell, draft: IssueDraft): Promise<boolean> => {
  if (!writable(shell)) return false
  const done = await write(
    shell,
    ({ t }) => t('issue.notAdded'),
    () => shell.desk.addIssue(draft),
  )
  if (done) shell.ui.set({ issueId: done.value.id })
  return done !== undefined
}

export const changeIssue = async (shell: Shell, issueId: string, change: IssueChange): Promise<boolean> => {
  if (!writable(shell)) return false
  const done = await write(
    shell,
    ({ t }) => t('issue.notChanged'),
    () => shell.desk.updateIssue(issueId, change),
  )
  return done !== undefined
}

export const moveIssue = (shell: Shell, issue: Issue, move: Move) =>
  placeIssue(shell, issue, issue.mergedInto === undefined ? placeAfter(issuesOf(shell), issue, move) : undefined)

/** Where an issue of the list would go if it were dropped there. */
export const placeOfDrop = (shell: Shell, issueId: string, drop: Drop): TreePlace | undefined => {
  const issue = issueOf(shell, issueId)
  return issue && placeAt(issuesOf(shell), issue, drop)
}

export const placeIssue = async (shell: Shell, issue: Issue, place: TreePlace | undefined) => {
  if (!writable(shell)) return
  if (!place) return announce(shell, ({ t }) => t('issue.noMove'))
  await write(
    shell,
    ({ t }) => t('issue.notMoved'),
    () => shell.desk.moveIssue(issue.id, place),
  )
}

export const mergeIssue = async (shell: Shell, issue: Issue, into: Issue) => {
  const done = await write(
    shell,
    ({ t }) => t('issue.notMerged'),
    () => shell.desk.mergeIssues([issue.id], into.id),
  )
  if (done) announce(shell, ({ t }) => t('registry.merged', { name: isolated(into.name) }))
}

export const unmergeIssue = async (shell: Shell, issue: Issue) => {
  if (issue.mergedInto === undefined || !writable(shell)) return
  const done = await write(
    shell,
    ({ t }) => t('issue.notUnmerged'),
    () => shell.desk.unmergeIssue(issue.id),
  )
  if (done) announce(shell, ({ t }) => t('issue.unmerged', { name: isolated(issue.name) }))
}

export const removeIssue = async (shell: Shell, issue: Issue, detach: boolean) => {
  const done = await write(
    shell,
    ({ t }) => t('issue.notRemoved'),
    () => shell.desk.removeIssues([issue.id], { detach }),
  )
  if (done) announce(shell, ({ t }) => t('issue.removed', { name: isolated(issue.name) }))
}
