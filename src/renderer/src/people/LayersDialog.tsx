import { chooseStyle, toggleLayer } from '../actions/layers.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { layerStyles } from '../data/layers.ts'
import { Modal } from '../parts/Modal.tsx'
import { Name } from '../parts/Name.tsx'
import { LayerMark } from './LayerMark.tsx'
import { useLayers } from './use-layers.ts'

const styles = Array.from({ length: layerStyles }, (_, style) => style)

/** Everybody in the project: whether their work is shown, and in which colour and stroke. */
export const LayersDialog = ({ onClose }: { onClose(): void }) => {
  const shell = useShell()
  const { t } = useWords()
  const hidden = useUi(({ hiddenLayers }) => hiddenLayers)
  const layers = useLayers()
  return (
    <Modal
      title={t('layer.colours')}
      width="narrow"
      onClose={onClose}
      footer={
        <button type="button" className="button primary" onClick={onClose}>
          {t('dialog.close')}
        </button>
      }
    >
      <ul className="layer-list">
        {layers.map((layer) => (
          <li key={layer.id}>
            <label className="layer-name">
              <input type="checkbox" checked={!hidden.includes(layer.id)} onChange={() => toggleLayer(shell, layer)} />
              <LayerMark layer={layer} />
              <Name text={layer.mine ? t('layer.me', { name: layer.name }) : layer.name} />
            </label>
            {layer.style === undefined ? null : (
              <select
                className="input"
                aria-label={t('layer.colourOf', { name: layer.name })}
                value={layer.style}
                onChange={(event) => chooseStyle(shell, layer.id, Number(event.target.value))}
              >
                {styles.map((style) => (
                  <option key={style} value={style}>
                    {t('layer.colour', { style: `s${style}` })}
                  </option>
                ))}
              </select>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet small">{t('layer.colours.note')}</p>
    </Modal>
  )
}
