import type { Layer } from '../data/layers.ts'
import './layers.css'

/** A person's initials with the colour and the stroke that their work has in the text. */
export const LayerMark = ({ layer }: { layer: Pick<Layer, 'initials' | 'style'> }) => (
  <span className="layer-mark" data-layer={layer.style} aria-hidden="true">
    {layer.initials}
  </span>
)
