import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react'
import type { Issue } from '../../../core/registries.ts'
import { isWritable } from '../actions/writable.ts'
import { useShell, useUi } from '../app/context.tsx'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import { commandById, isEnabled, runCommand } from '../commands/commands.ts'
import { registriesQuery, usageQuery } from '../data/queries.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { Menu, type MenuPlace } from '../parts/Menu.tsx'
import { Name } from '../parts/Name.tsx'
import { commandEntries } from './command-entries.ts'
import { listedIssues } from './issue-tree.ts'
import { issueOf, placeIssue, placeOfDrop } from './issues.ts'
import { PaneHead } from './PaneHead.tsx'
import type { Listed } from './tree.ts'
import { useTreeDrag } from './tree-drag.ts'
import { VirtualList } from './VirtualList.tsx'

const none: Issue[] = []
const ROW = 36

const menuIds = [
  'issue.details',
  'issue.merge',
  'issue.unmerge',
  '-',
  'issue.up',
  'issue.down',
  'issue.in',
  'issue.out',
  '-',
  'issue.remove',
]

const moves: Record<string, string> = {
  ArrowUp: 'issue.up',
  ArrowDown: 'issue.down',
  ArrowRight: 'issue.in',
  ArrowLeft: 'issue.out',
}

/** The tree of issues: arrows move the focus, with Alt the issue itself, and so does the mouse; Enter opens, the context menu has the rest. */
export const IssuePane = () => {
  const shell = useShell()
  const { t } = useWords()
  const { data: { issues = none } = {} } = useQuery(registriesQuery(shell))
  const { data: usage } = useQuery(usageQuery(shell))
  const issueId = useUi(({ issueId }) => issueId)
  const [filter, setFilter] = useState('')
  const [menu, setMenu] = useState<MenuPlace>()
  const wanted = useDeferredValue(filter)
  const listed = useMemo(() => listedIssues(issues, wanted), [issues, wanted])
  const drag = useTreeDrag({
    canDrag: (id) => isWritable(shell) && issueOf(shell, id)?.mergedInto === undefined,
    canDrop: (id, drop) => placeOfDrop(shell, id, drop) !== undefined,
    onDrop: (id, drop) => {
      const issue = issueOf(shell, id)
      if (!issue) return
      shell.ui.set({ issueId: id })
      void placeIssue(shell, issue, placeOfDrop(shell, id, drop))
    },
  })
  const add = commandById('issue.new')
  const run = (id: string) => runCommand(shell, id)
  const onAlt = (event: KeyboardEvent) => {
    const move = event.altKey && !event.ctrlKey && !event.metaKey ? moves[event.code] : undefined
    if (!move) return
    event.preventDefault()
    run(move)
  }
  return (
    <div className="pane">
      <PaneHead count={issues.length} filter={{ label: t('issue.filter'), value: filter, onChange: setFilter }}>
        <IconButton
          label={t('issue.new')}
          shortcut={add?.keys?.[0] && shown(add.keys[0], shell.platform)}
          disabled={!add || !isEnabled(shell, add)}
          onClick={() => run('issue.new')}
        >
          <Plus size={18} />
        </IconButton>
      </PaneHead>
      {listed.length > 0 ? (
        <VirtualList
          entry
          label={t('registry.issues.tab')}
          items={listed}
          keyOf={({ entry }) => entry.id}
          levelOf={({ level }) => level}
          drag={drag}
          activeKey={issueId}
          onActive={(id) => shell.ui.set({ issueId: id })}
          onEnter={({ entry }) => {
            shell.ui.set({ issueId: entry.id })
            run('issue.details')
          }}
          click="active"
          height={ROW}
          onMenu={({ clientX: x, clientY: y }) => setMenu({ x, y })}
          onModified={onAlt}
          onKey={(event, _, anchor) => {
            if (event.code === 'F2') return run('issue.details')
            if (event.code === 'Delete') return run('issue.remove')
            if (event.code !== 'ContextMenu' && !(event.code === 'F10' && event.shiftKey)) return false
            if (anchor) setMenu({ anchor })
            return true
          }}
        >
          {(row) => <IssueRow {...row} count={usage ? (usage.issues[row.entry.id] ?? 0) : undefined} />}
        </VirtualList>
      ) : (
        <p className="pane-empty">{t(issues.length > 0 ? 'issue.noneMatches' : 'issue.none')}</p>
      )}
      {menu ? (
        <Menu
          label={t('issue.menu')}
          place={menu}
          entries={commandEntries(shell, menuIds)}
          onClose={() => setMenu(undefined)}
        />
      ) : null}
    </div>
  )
}

const IssueRow = ({ entry, level, under, count }: Listed<Issue> & { count: number | undefined }) => {
  const { t, number } = useWords()
  return (
    <div className="actor-row" style={{ paddingInlineStart: (level - 1) * 18 }}>
      <Name text={entry.name} />
      {under ? (
        <span className="actor-line one-line">{t('registry.mergedInto', { name: isolated(under.name) })}</span>
      ) : null}
      {count === undefined ? null : (
        <span className="actor-usage" title={t('registry.mentions', { count })}>
          <span aria-hidden="true">{number(count)}</span>
          <span className="unseen">{t('registry.mentions', { count })}</span>
        </span>
      )}
    </div>
  )
}
