import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Actor } from '../../../core/registries.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import { commandById, isEnabled, runCommand } from '../commands/commands.ts'
import { registriesQuery, usageQuery } from '../data/queries.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { Menu, type MenuPlace } from '../parts/Menu.tsx'
import { ActorRow } from './ActorRow.tsx'
import { listedActors } from './actor-list.ts'
import { commandEntries } from './command-entries.ts'
import { PaneHead } from './PaneHead.tsx'
import { VirtualList } from './VirtualList.tsx'

const none: Actor[] = []
const ROW = 52

const menuIds = ['actor.details', 'actor.merge', 'actor.unmerge', '-', 'actor.remove']

/** The actors of the registry: arrows move, Enter opens, the context menu has the rest. */
export const ActorPane = () => {
  const shell = useShell()
  const { t } = useWords()
  const { data: { actors = none } = {} } = useQuery(registriesQuery(shell))
  const { data: usage } = useQuery(usageQuery(shell))
  const actorId = useUi(({ actorId }) => actorId)
  const [filter, setFilter] = useState('')
  const [menu, setMenu] = useState<MenuPlace>()
  const wanted = useDeferredValue(filter)
  const listed = useMemo(() => listedActors(actors, wanted), [actors, wanted])
  const add = commandById('actor.new')
  const run = (id: string) => runCommand(shell, id)
  return (
    <div className="pane">
      <PaneHead
        count={actors.length}
        filter={{ label: t('registry.actors.filter'), value: filter, onChange: setFilter }}
      >
        <IconButton
          label={t('actor.new')}
          shortcut={add?.keys?.[0] && shown(add.keys[0], shell.platform)}
          disabled={!add || !isEnabled(shell, add)}
          onClick={() => run('actor.new')}
        >
          <Plus size={18} />
        </IconButton>
      </PaneHead>
      {listed.length > 0 ? (
        <VirtualList
          entry
          label={t('registry.actors.tab')}
          items={listed}
          keyOf={({ actor }) => actor.id}
          activeKey={actorId}
          onActive={(id) => shell.ui.set({ actorId: id })}
          onEnter={({ actor }) => {
            shell.ui.set({ actorId: actor.id })
            run('actor.details')
          }}
          click="active"
          height={ROW}
          onMenu={({ clientX: x, clientY: y }) => setMenu({ x, y })}
          onKey={(event, _, anchor) => {
            if (event.code === 'F2') return run('actor.details')
            if (event.code === 'Delete') return run('actor.remove')
            if (event.code !== 'ContextMenu' && !(event.code === 'F10' && event.shiftKey)) return false
            if (anchor) setMenu({ anchor })
            return true
          }}
        >
          {(row) => <ActorRow {...row} count={usage ? (usage.actors[row.actor.id] ?? 0) : undefined} />}
        </VirtualList>
      ) : (
        <p className="pane-empty">{t(actors.length > 0 ? 'registry.actors.noneMatches' : 'registry.actors.none')}</p>
      )}
      {menu ? (
        <Menu
          label={t('registry.actors.menu')}
          place={menu}
          entries={commandEntries(shell, menuIds)}
          onClose={() => setMenu(undefined)}
        />
      ) : null}
    </div>
  )
}
