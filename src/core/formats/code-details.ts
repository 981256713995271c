/** What a file says of its layers, for the codes that are made of them. */
import type { AnnotationType } from '../schema.ts'
import type { ForeignLayer } from './foreign.ts'
import type { ImportMapping } from './mapping.ts'
import { lastPart } from './name-words.ts'

/** `parent` is the code above, by its label, with what is said of it. */
export type CodeDetails = { color?: string; definition?: string; parent?: { label: string; details: CodeDetails } }

/** A layer above that stands for the type itself is no code. */
export const codeDetails = (
  layers: ReadonlyMap<string, ForeignLayer>,
  mapping: ImportMapping,
  type: AnnotationType,
  layer: string,
): CodeDetails => {
  const { color, definition, parent } = layers.get(layer) ?? {}
  const label = parent === undefined ? undefined : labelOf(mapping, type, parent)
  return {
    ...(color && { color }),
    ...(definition && { definition }),
    ...(parent !== undefined &&
      label !== undefined && { parent: { label, details: codeDetails(layers, mapping, type, parent) } }),
  }
}

const labelOf = ({ spans }: ImportMapping, type: AnnotationType, layer: string): string | undefined => {
  const rule = spans.find((one) => one.layer === layer && one.as === type)
  if (rule && rule.as !== 'ignore') return rule.code
  const name = lastPart(layer)
  return name.toLowerCase() === type ? undefined : name
}
