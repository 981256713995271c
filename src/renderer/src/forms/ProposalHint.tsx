import { useQuery } from '@tanstack/react-query'
import { type ActorRow, sureProposal } from '../actions/mentions.ts'
import { isWritable } from '../actions/writable.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import { runCommand } from '../commands/commands.ts'
import { proposalsQuery } from '../data/queries.ts'
import type { Names } from '../panes/names.ts'
import './ProposalHint.css'

/** On the card of a mention in focus that is linked to nobody: the actor that Space takes, or the key that asks. */
export const ProposalHint = ({ row, names }: { row: ActorRow; names: Names }) => {
  const shell = useShell()
  const { t } = useWords()
  const writable = isWritable(shell)
  const { data: proposals } = useQuery({ ...proposalsQuery(shell, row), enabled: writable })
  const actorId = sureProposal(proposals)
  if (!writable || !proposals) return null
  const command = actorId ? 'mention.take' : 'mention.who'
  return (
    <p className="proposal">
      <button type="button" className="proposal-button" tabIndex={-1} onClick={() => runCommand(shell, command)}>
        <kbd>{shown(actorId ? 'Space' : 'A', shell.platform)}</kbd>
        <span className="one-line">{actorId ? names.actor(actorId) : t('mention.who.more')}</span>
      </button>
    </p>
  )
}
