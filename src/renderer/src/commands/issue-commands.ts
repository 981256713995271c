import type { Issue } from '../../../core/registries.ts'
import type { MessageKey } from '../../../i18n/index.ts'
import type { Shell } from '../app/shell.ts'
import {
  chosenIssue,
  moveIssue,
  openIssue,
  openIssueMerge,
  openIssueRemoval,
  openNewIssue,
  unmergeIssue,
} from '../registry/issues.ts'
import type { Command } from './commands.ts'
import { projectOpen, projectWritable } from './states.ts'

const onIssue = (
  id: string,
  label: MessageKey,
  key: string,
  run: (shell: Shell, issue: Issue) => void | Promise<void>,
  can: (issue: Issue) => boolean = () => true,
): Command => ({
  id,
  group: 'registry',
  label,
  keys: [key],
  enabled: (shell) => {
    const issue = chosenIssue(shell)
    const ready = id === 'issue.details' ? projectOpen(shell) : projectWritable(shell)
    return ready && issue !== undefined && can(issue)
  },
  run: (shell) => {
    const issue = chosenIssue(shell)
    return issue && run(shell, issue)
  },
})

export const issueCommands: Command[] = [
  {
    id: 'issue.new',
    group: 'registry',
    label: 'issue.new.more',
    keys: ['CmdOrCtrl+Alt+N'],
    enabled: projectWritable,
    run: openNewIssue,
  },
  onIssue('issue.details', 'issue.details.more', 'CmdOrCtrl+Alt+I', openIssue),
  onIssue('issue.up', 'issue.up', 'CmdOrCtrl+Alt+Up', (shell, issue) => moveIssue(shell, issue, 'up')),
  onIssue('issue.down', 'issue.down', 'CmdOrCtrl+Alt+Down', (shell, issue) => moveIssue(shell, issue, 'down')),
  onIssue('issue.in', 'issue.in', 'CmdOrCtrl+Alt+Right', (shell, issue) => moveIssue(shell, issue, 'in')),
  onIssue('issue.out', 'issue.out', 'CmdOrCtrl+Alt+Left', (shell, issue) => moveIssue(shell, issue, 'out')),
  onIssue('issue.merge', 'issue.merge.more', 'CmdOrCtrl+Alt+M', openIssueMerge),
  onIssue(
    'issue.unmerge',
    'issue.unmerge',
    'CmdOrCtrl+Alt+U',
    unmergeIssue,
    ({ mergedInto }) => mergedInto !== undefined,
  ),
  onIssue('issue.remove', 'issue.remove.more', 'CmdOrCtrl+Alt+X', openIssueRemoval),
]
