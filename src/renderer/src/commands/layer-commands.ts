import { hasOthers, layersNow, showEverybody, showOnlyMine, toggleLayer } from '../actions/layers.ts'
import type { Shell } from '../app/shell.ts'
import { keyedLayers, layerAccelerator } from '../people/layer-key.ts'
import type { Command } from './commands.ts'
import { projectOpen } from './states.ts'

const group = 'view'

const severalPeople = (shell: Shell): boolean => projectOpen(shell) && hasOthers(shell)

export const layerCommands: Command[] = [
  {
    id: 'layer.onlyMine',
    group,
    label: 'layer.onlyMine',
    keys: ['CmdOrCtrl+Alt+O'],
    enabled: severalPeople,
    run: showOnlyMine,
  },
  {
    id: 'layer.everybody',
    group,
    label: 'layer.everybody',
    keys: ['CmdOrCtrl+Alt+0'],
    enabled: severalPeople,
    run: showEverybody,
  },
  {
    id: 'layer.colours',
    group,
    label: 'layer.colours.more',
    keys: ['CmdOrCtrl+Shift+F11'],
    enabled: severalPeople,
    run: ({ ui }) => ui.set({ dialog: { kind: 'layers' } }),
  },
  ...Array.from(
    { length: keyedLayers },
    (_, place): Command => ({
      id: `layer.${place + 1}`,
      group,
      label: 'layer.toggle',
      name: (shell) => {
        const layer = layersNow(shell)[place]
        return layer ? shell.t('layer.toggle.of', { name: layer.name }) : shell.t('layer.toggle')
      },
      keys: [layerAccelerator(place)],
      enabled: (shell) => severalPeople(shell) && layersNow(shell)[place] !== undefined,
      checked: (shell) => {
        const layer = layersNow(shell)[place]
        return layer !== undefined && !shell.ui.get().hiddenLayers.includes(layer.id)
      },
      run: (shell) => {
        const layer = layersNow(shell)[place]
        if (layer) toggleLayer(shell, layer)
      },
    }),
  ),
]
