/** The canonical form of what bundles carry: RFC 8785 text, and the order of every array (`docs/format.md`). */
import serialize from 'canonicalize'
import type { Annotation } from './annotation.ts'
import type { Block, Mark } from './article.ts'
import type { Conflict, Tombstone } from './records.ts'

/** Negative where `a` comes first, 0 where the two are of one rank. */
export type Order<T> = (a: T, b: T) => number

/**
 * RFC 8785 text of a JSON value: members by UTF-16 code unit, no white space. Members that are undefined are left out.
 * Throws on a lone surrogate and on numbers that are not finite.
 */
export const canonicalText = (value: object): string =>
  stringifiesCanonically(value) ? JSON.stringify(value) : (serialize(value) ?? 'null')

/** Strings by UTF-16 code unit, never by locale. */
export const byCodeUnit: Order<string> = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

export const byId: Order<{ id: string }> = (a, b) => byCodeUnit(a.id, b.id)

/** By article, start of the first fragment, −end of the last, type, id. */
export const annotationOrder: Order<Annotation> = (a, b) =>
  byCodeUnit(a.articleId, b.articleId) || placeOrder(a, b) || byCodeUnit(a.type, b.type) || byId(a, b)

export const tombstoneOrder: Order<Tombstone> = (a, b) => byCodeUnit(a.kind, b.kind) || byId(a, b)

/** By kind, the record's id, the canonical bytes. */
export const conflictOrder: Order<Conflict> = (a, b) =>
  byCodeUnit(a.kind, b.kind) || byId(a.record, b.record) || byBytes(canonicalText(a.record), canonicalText(b.record))

/** By start, −end, type. */
export const blockOrder: Order<Block> = (a, b) => a.start - b.start || b.end - a.end || byCodeUnit(a.type, b.type)

/** By start, −end, type, href. */
export const markOrder: Order<Mark> = (a, b) =>
  a.start - b.start || b.end - a.end || byCodeUnit(a.type, b.type) || byCodeUnit(hrefOf(a), hrefOf(b))

/** Index of the first item that comes before the one in front of it; -1 where all stand in order. */
export const firstOutOfOrder = <T>(items: readonly T[], order: Order<T>): number =>
  items.findIndex((item, i) => {
    const before = items[i - 1]
    return i > 0 && before !== undefined && order(before, item) > 0
  })

/** The items in order: the same array where they already are. */
export const inOrder = <T>(items: T[], order: Order<T>): T[] =>
  firstOutOfOrder(items, order) < 0 ? items : [...items].sort(order)

/** Strings by their UTF-8 bytes, which is by code point: surrogates come after everything else of the BMP. */
export const byBytes: Order<string> = (a, b) => {
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  if (i === a.length || i === b.length) return a.length - b.length
  const rank = (unit: number) => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit)
  return rank(a.charCodeAt(i)) - rank(b.charCodeAt(i))
}

const placeOrder: Order<Annotation> = (a, b) => firstStart(a) - firstStart(b) || lastEnd(b) - lastEnd(a)
const firstStart = (annotation: Annotation): number => annotation.target.fragments[0]?.start ?? 0
const lastEnd = (annotation: Annotation): number => annotation.target.fragments.at(-1)?.end ?? 0
const hrefOf = (mark: Mark): string => (mark.type === 'link' ? mark.href : '')

/** Whether JSON.stringify writes the canonical form as it is: members in order, nothing to refuse. It is far faster. */
const stringifiesCanonically = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(stringifiesCanonically)
  const members = value as Record<string, unknown>
  let before = ''
  // Every record that is written passes here: without a list of members it takes a third of the time.
  for (const name in members) {
    if (name < before || !name.isWellFormed() || !stringifiesCanonically(members[name])) return false
    before = name
  }
  return true
}
