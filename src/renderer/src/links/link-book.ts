/** An article's links by the annotations they hang on: read once for each list of links, however many cards ask. */
import type { Annotation } from '../../../core/annotation.ts'
import { builtInLinkRules, type LinkType } from '../../../core/codebook.ts'
import type { Link } from '../../../core/records.ts'
import type { Way } from './link-types.ts'

/** One end of a link, seen from the annotation at the other. */
export type LinkEnd = {
  link: Link
  way: Way
  to: Link['to']
  /** The annotation it leads to, where that stands in another article. */
  far: Annotation | undefined
}

export type LinkBook = { of(annotationId: string): readonly LinkEnd[] }

const none: readonly LinkEnd[] = []

/** Those that lead away come first, then those without direction, then those that come in; each in the order they were made. */
export const linkBook = (links: readonly Link[], far: readonly Annotation[], own: readonly LinkType[]): LinkBook => {
  const symmetric = new Set([...builtInLinkRules, ...own].filter((rule) => rule.symmetric).map(({ key }) => key))
  const elsewhere = new Map(far.map((annotation) => [annotation.id, annotation]))
  const byId = new Map<string, LinkEnd[]>()
  const enter = (id: string, end: LinkEnd) => {
    const list = byId.get(id)
    if (list) list.push(end)
    else byId.set(id, [end])
  }
  for (const link of links) {
    const { from, to, type } = link
    const both = symmetric.has(type)
    const away = 'annotation' in to ? elsewhere.get(to.annotation) : undefined
    enter(from, { link, way: both ? 'both' : 'out', to, far: away })
    if ('annotation' in to)
      enter(to.annotation, { link, way: both ? 'both' : 'in', to: { annotation: from }, far: elsewhere.get(from) })
  }
  for (const ends of byId.values()) ends.sort((a, b) => order[a.way] - order[b.way] || compare(a.link.id, b.link.id))
  return { of: (annotationId) => byId.get(annotationId) ?? none }
}

const order: Record<Way, number> = { out: 0, both: 1, in: 2 }

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
