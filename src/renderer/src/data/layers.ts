/** Whose work an annotation is: a layer for each annotator of the project. */
import type { Annotator } from '../../../core/registries.ts'

export type Layer = {
  id: string
  name: string
  initials: string
  mine: boolean
  /** Colour and stroke by which others' work is told apart; one's own has none. */
  style: number | undefined
}

export const layerStyles = 6

/**
 * One's own first, then the others by name: a person keeps the place from article to article. Each has the style that was
 * chosen, or one that follows from the id, or the next that is free.
 */
export const layersOf = (
  annotators: readonly Pick<Annotator, 'id' | 'name'>[],
  me: string | undefined,
  chosen: Readonly<Record<string, number>>,
): Layer[] => {
  const styles = stylesOf(
    annotators.map(({ id }) => id).filter((id) => id !== me),
    chosen,
  )
  return [...annotators]
    .sort((a, b) => Number(b.id === me) - Number(a.id === me) || compare(a.name, b.name) || compare(a.id, b.id))
    .map(({ id, name }) => ({ id, name, initials: initialsOf(name), mine: id === me, style: styles.get(id) }))
}

/** The first letters of the first two words. */
export const initialsOf = (name: string): string =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0])
    .join('')
    .toUpperCase()

const stylesOf = (ids: readonly string[], chosen: Readonly<Record<string, number>>): Map<string, number> => {
  const styles = new Map<string, number>()
  for (const id of ids) {
    const style = chosen[id]
    if (style !== undefined) styles.set(id, style % layerStyles)
  }
  for (const id of [...ids].sort()) {
    if (styles.has(id)) continue
    const taken = new Set(styles.values())
    const first = Number.parseInt(id.slice(-4), 16) % layerStyles
    const free = Array.from({ length: layerStyles }, (_, step) => (first + step) % layerStyles)
    styles.set(id, free.find((style) => !taken.has(style)) ?? first)
  }
  return styles
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
