import { useQuery } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { toggleLayer } from '../actions/layers.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { menuEntries } from '../commands/menu-entries.ts'
import { countRows } from '../data/annotation-rows.ts'
import { MenuButton } from '../parts/MenuButton.tsx'
import { LayerMark } from './LayerMark.tsx'
import { layerKey } from './layer-key.ts'
import { useLayers } from './use-layers.ts'

/** Whose work on the article is shown; takes no room where all of it is one person's. */
export const LayerBar = ({ articleId }: { articleId: string }) => {
  const shell = useShell()
  const { t, number } = useWords()
  const { data: rows = [] } = useQuery(shell.annotations.everything(articleId))
  const hidden = useUi(({ hiddenLayers }) => hiddenLayers)
  const layers = useLayers()
  const counts = countRows(rows).annotators
  if (counts.size < 2 && !layers.some(({ id }) => counts.has(id) && hidden.includes(id))) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of toggles is no fieldset
    <div className="filter layers" role="group" aria-label={t('layer.bar')}>
      {layers.map((layer, place) => {
        const count = counts.get(layer.id)
        const name = t('layer.toggle.named', { name: layer.name, count: count ?? 0, mine: layer.mine ? 'yes' : 'no' })
        return count ? (
          <button
            key={layer.id}
            type="button"
            className="filter-toggle"
            aria-pressed={!hidden.includes(layer.id)}
            title={[name, layerKey(place, shell.platform)].filter(Boolean).join(' · ')}
            onClick={() => toggleLayer(shell, layer)}
          >
            <LayerMark layer={layer} />
            <span className="unseen">{name}</span>
            <span className="filter-count" aria-hidden="true">
              {number(count)}
            </span>
          </button>
        ) : null
      })}
      <MenuButton
        label={t('layer.menu')}
        entries={() => menuEntries(shell, ['layer.onlyMine', 'layer.everybody', 'layer.colours'])}
      >
        <Ellipsis size={16} />
      </MenuButton>
    </div>
  )
}
