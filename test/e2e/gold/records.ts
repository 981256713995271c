/** Records of a bundle without ids, times and versions: what they refer to is named instead, so that two makings of them can be compared. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type Rec = { id: string; [key: string]: Json }
export type GoldAnnotation = Rec & {
  type: 'actor' | 'position' | 'claim'
  target: { fragments: { start: number; end: number; quote: string }[] }
  body: { [key: string]: Json }
  codes: string[]
  attributes: { [key: string]: string | number | boolean }
  note?: string
}
export type GoldBundle = {
  actors: Rec[]
  issues: Rec[]
  links: Rec[]
  annotations: GoldAnnotation[]
  articles: (Rec & { text: string })[]
  codebook: { codes: Rec[]; attributes: Rec[]; linkTypes: Rec[] }
}

const stamped = new Set(['id', 'version', 'createdAt', 'createdBy', 'modifiedAt', 'modifiedBy', 'annotatorId', 'rank'])

/** Says of each record what it is, by what a person would call it. */
export const namesIn = (bundle: GoldBundle): ReadonlyMap<string, string> => {
  const issues = new Map(bundle.issues.map((issue) => [issue.id, issue]))
  const path = (issue: Rec): string => {
    const parent = typeof issue.parent === 'string' ? issues.get(issue.parent) : undefined
    return `${parent ? `${path(parent)} > ` : ''}${issue.name}`
  }
  return new Map([
    ...bundle.actors.map(({ id, name }) => [id, `actor ${name}`] as const),
    ...bundle.issues.map((issue) => [issue.id, `issue ${path(issue)}`] as const),
    ...bundle.codebook.codes.map(({ id, type, key }) => [id, `code ${type} ${key}`] as const),
    ...bundle.annotations.map(({ id, type, target }) => [id, `${type} ${places(target)}`] as const),
  ])
}

const places = ({ fragments }: GoldAnnotation['target']): string =>
  fragments.map(({ start, end, quote }) => `${start}–${end} ${quote}`).join(' … ')

/** The record with what it refers to by name, and without what every making of it differs in. */
export const named = (record: Json, names: ReadonlyMap<string, string>): Json => {
  if (typeof record === 'string') return names.get(record) ?? record
  if (Array.isArray(record)) {
    const items = record.map((item) => named(item, names))
    // Bare ids are kept in the order of the ids, which says nothing.
    return record.every((item) => typeof item === 'string' && names.has(item)) ? items.sort() : items
  }
  if (record === null || typeof record !== 'object') return record
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (stamped.has(key) ? [] : [[key, named(value, names)]])),
  )
}

/** Records by name. */
export const byName = (records: readonly Rec[], names: ReadonlyMap<string, string>): Record<string, Json> =>
  Object.fromEntries(
    records.map((record) => [names.get(record.id) ?? JSON.stringify(named(record, names)), named(record, names)]),
  )

/** Links by what they say; a symmetric one runs from the smaller id, which says nothing: its ends are put in the order of their names. */
export const linksByName = (links: readonly Rec[], names: ReadonlyMap<string, string>): Record<string, Json> =>
  byName(
    links.map((link) => {
      const { from, to, type } = link as Rec & { from: string; to: { annotation?: string } }
      if (type !== 'contradicts' || !to.annotation) return link
      const name = (id: string) => names.get(id) ?? id
      return name(from) < name(to.annotation) ? link : { ...link, from: to.annotation, to: { annotation: from } }
    }),
    names,
  )
