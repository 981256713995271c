import type { Dependents } from '../../../workbench/contract.ts'
import { useShell } from '../app/context.tsx'
import { actorOf, removeActor } from './actors.ts'
import { issueOf, removeIssue } from './issues.ts'
import { RemovalDialog } from './RemovalDialog.tsx'

type Asked = { dependents: Dependents; onClose(): void }

export const ActorRemoval = ({ actorId, ...asked }: Asked & { actorId: string }) => {
  const shell = useShell()
  const actor = actorOf(shell, actorId)
  if (!actor) return null
  const remove = (detach: boolean) => void removeActor(shell, actor, detach)
  return <RemovalDialog kind="actor" name={actor.name} onRemove={remove} {...asked} />
}

export const IssueRemoval = ({ issueId, ...asked }: Asked & { issueId: string }) => {
  const shell = useShell()
  const issue = issueOf(shell, issueId)
  if (!issue) return null
  const remove = (detach: boolean) => void removeIssue(shell, issue, detach)
  return <RemovalDialog kind="issue" name={issue.name} onRemove={remove} {...asked} />
}
