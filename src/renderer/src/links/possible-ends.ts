/** Where a link may lead. */
import type { Annotation } from '../../../core/annotation.ts'
import type { LinkRule } from '../../../core/codebook.ts'
import { type Rows, startOf } from '../data/annotation-rows.ts'
import type { LinkEnd } from './link-book.ts'

/** Annotations of the article that a link of the type may lead to: positions and claims before mentions, then the nearest. */
export const possibleEnds = (rows: Rows, row: Annotation, { to }: Pick<LinkRule, 'to'>): Annotation[] => {
  const rank = ({ type }: Annotation) => (type === 'actor' ? 1 : 0)
  const distance = (other: Annotation) => Math.abs(startOf(other) - startOf(row))
  return rows
    .filter(({ id, type }) => id !== row.id && to.includes(type))
    .sort((a, b) => rank(a) - rank(b) || distance(a) - distance(b))
}

/** What links of a type that begin at an annotation, or have no direction, lead to already: ids of annotations and actors. */
export const linkedAlready = (ends: readonly LinkEnd[], type: string): ReadonlySet<string> =>
  new Set(
    ends
      .filter(({ link, way }) => link.type === type && way !== 'in')
      .map(({ to }) => ('actor' in to ? to.actor : to.annotation)),
  )
