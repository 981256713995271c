import { type Platform, shown } from '../commands/accelerator.ts'

/** Layers that have a key of their own. */
export const keyedLayers = 9

/** The key that shows and hides the layer at a place. */
export const layerKey = (place: number, platform: Platform): string | undefined =>
  place < keyedLayers ? shown(layerAccelerator(place), platform) : undefined

export const layerAccelerator = (place: number): string => `CmdOrCtrl+Alt+${place + 1}`
