import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react'
import { isWritable } from '../actions/writable.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { runCommand } from '../commands/commands.ts'
import { codebookQuery, usageQuery } from '../data/queries.ts'
import { Menu, type MenuPlace } from '../parts/Menu.tsx'
import { MenuButton } from '../parts/MenuButton.tsx'
import { commandEntries } from '../registry/command-entries.ts'
import { PaneHead } from '../registry/PaneHead.tsx'
import { VirtualList } from '../registry/VirtualList.tsx'
import { CodebookRow } from './CodebookRow.tsx'
import { emptyCodebook } from './codebook.ts'
import { listedCodebook } from './entries.ts'
import './codebook.css'

const ROW = 36

const addIds = ['code.new', 'attribute.new', 'linkType.new', '-', 'codebook.import', 'codebook.export']

const menuIds = [
  'codebook.new',
  'codebook.details',
  'codebook.merge',
  'codebook.unmerge',
  'codebook.retire',
  '-',
  'codebook.up',
  'codebook.down',
  'codebook.in',
  'codebook.out',
  '-',
  'codebook.remove',
]

const moves: Record<string, string> = {
  ArrowUp: 'codebook.up',
  ArrowDown: 'codebook.down',
  ArrowRight: 'codebook.in',
  ArrowLeft: 'codebook.out',
}

/** The codebook as a tree: arrows move the focus, with Alt the code itself; Enter opens, the context menu has the rest. */
export const CodebookPane = () => {
  const shell = useShell()
  const { t, language } = useWords()
  const { data: codebook = emptyCodebook } = useQuery(codebookQuery(shell))
  const { data: usage } = useQuery(usageQuery(shell))
  const codebookId = useUi(({ codebookId }) => codebookId)
  const [filter, setFilter] = useState('')
  const [menu, setMenu] = useState<MenuPlace>()
  const wanted = useDeferredValue(filter)
  const listed = useMemo(() => listedCodebook(codebook, wanted, language), [codebook, wanted, language])
  const { codes, attributes, linkTypes } = codebook
  const total = codes.length + attributes.length + linkTypes.length
  const run = (id: string) => runCommand(shell, id)
  const onAlt = (event: KeyboardEvent) => {
    const move = event.altKey && !event.ctrlKey && !event.metaKey ? moves[event.code] : undefined
    if (!move) return
    event.preventDefault()
    run(move)
  }
  return (
    <div className="pane">
      <PaneHead count={total} filter={{ label: t('codebook.find'), value: filter, onChange: setFilter }}>
        <MenuButton label={t('codebook.add')} entries={() => commandEntries(shell, addIds)}>
          <Plus size={18} />
        </MenuButton>
      </PaneHead>
      {total > 0 ? null : (
        <p className="pane-empty">{t(isWritable(shell) ? 'codebook.none' : 'codebook.none.readOnly')}</p>
      )}
      {listed.length > 0 ? (
        <VirtualList
          entry
          label={t('registry.codebook.tab')}
          items={listed}
          keyOf={({ key }) => key}
          levelOf={({ level }) => level}
          activeKey={codebookId}
          onActive={(id) => shell.ui.set({ codebookId: id })}
          onEnter={({ key, kind }) => {
            shell.ui.set({ codebookId: key })
            run(kind === 'section' ? 'codebook.new' : 'codebook.details')
          }}
          click="active"
          height={ROW}
          onMenu={({ clientX: x, clientY: y }) => setMenu({ x, y })}
          onModified={onAlt}
          onKey={(event, _, anchor) => {
            if (event.code === 'F2') return run('codebook.details')
            if (event.code === 'Delete') return run('codebook.remove')
            if (event.code !== 'ContextMenu' && !(event.code === 'F10' && event.shiftKey)) return false
            if (anchor) setMenu({ anchor })
            return true
          }}
        >
          {(row) => (
            <CodebookRow row={row} count={row.kind === 'code' && usage ? (usage.codes[row.key] ?? 0) : undefined} />
          )}
        </VirtualList>
      ) : (
        <p className="pane-empty">{t('codebook.noneMatches')}</p>
      )}
      {menu ? (
        <Menu
          label={t('codebook.menu')}
          place={menu}
          entries={commandEntries(shell, menuIds)}
          onClose={() => setMenu(undefined)}
        />
      ) : null}
    </div>
  )
}
