/**
 * What a text states about itself near its top and bottom. Only what stands there in so many words counts: a date within a
 * sentence is no publication date, an outlet that is quoted is not the one that publishes.
 */
import type { ArticleMetadata, Relays } from '../core/article.ts'
import { languageOf } from './language.ts'
import { closingMetadata, lineMetadata, openingMetadata, type Stated } from './metadata-lines.ts'
import { relaysIn } from './relays.ts'

export type Options = {
  /** Whether the first line may be the title. */
  headline: boolean
  /** Where the article proper begins (UTF-16 code units). */
  from?: number
}

/** Metadata of a text; members that it does not state are absent. */
export const textMetadata = (text: string, { headline, from = 0 }: Options): ArticleMetadata => {
  const { top, bottom } = edgeLines(text, from)
  const stated: Stated[] = [openingMetadata(top[0] ?? ''), ...[...top, ...bottom].map(lineMetadata)]
  stated.push(closingMetadata(bottom.at(-1) ?? top.at(-1) ?? ''), relaysIn(text.slice(from)))
  const relays: Relays = Object.assign({}, ...stated.map((each) => each.relays))
  return withoutAbsent({
    title: first(stated, 'title') ?? (headline ? headlineOf(top) : undefined),
    outlet: first(stated, 'outlet'),
    author: first(stated, 'author'),
    publishedAt: dateOf(stated),
    url: first(stated, 'url'),
    language: languageOf(text),
    licence: first(stated, 'licence'),
    relays: Object.keys(relays).length > 0 ? relays : undefined,
  })
}

/** Optional members are left out rather than undefined. */
export const withoutAbsent = (
  metadata: { [K in keyof ArticleMetadata]: ArticleMetadata[K] | undefined },
): ArticleMetadata => Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined))

const first = <K extends keyof Stated>(stated: Stated[], key: K): Stated[K] | undefined =>
  stated.find((each) => each[key] !== undefined)?.[key]

/** The lines that may say something about the article: the first five and the last four that are not empty. */
const edgeLines = (text: string, from: number): { top: string[]; bottom: string[] } => {
  const opening = text.slice(from, from + reach).split('\n')
  const ending = text.slice(Math.max(from, text.length - reach)).split('\n')
  if (text.length > from + reach) {
    opening.splice(Math.max(1, opening.length - 1))
    ending.splice(0, ending.length > 1 ? 1 : 0)
  }
  const top = filledLines(opening)
  // Of a short text all lines stand in both.
  const bottom = text.length > from + reach ? filledLines(ending) : top.slice(5)
  return { top: top.slice(0, 5), bottom: bottom.slice(-4) }
}

/** How far from either end lines are looked at, in UTF-16 code units. */
const reach = 4000

const filledLines = (lines: string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '')

/** A date that is labelled as such; else one that stands alone. Two that differ are no date. */
const dateOf = (stated: Stated[]): string | undefined => {
  for (const labelled of [true, false]) {
    const dates = new Set(
      stated
        .filter((each) => each.publishedAt !== undefined && (each.labelled ?? false) === labelled)
        .map((each) => each.publishedAt),
    )
    if (dates.size === 1) return [...dates][0]
    if (dates.size > 1) return undefined
  }
  return undefined
}

/** The first line that says nothing about the article, if it is short, ends as no sentence does and a longer one follows. */
const headlineOf = (lines: string[]): string | undefined => {
  const index = lines.findIndex((line) => Object.keys(lineMetadata(line)).length === 0)
  const line = lines[index]
  const next = lines.slice(index + 1).find((each) => Object.keys(lineMetadata(each)).length === 0)
  if (line === undefined || next === undefined) return undefined
  const isShort = line.length <= 160 && next.length > line.length * 1.3 && next.length > 60
  return isShort && /^[\p{Lu}\d«“"„'‘]/u.test(line) && /\s/.test(line) && !/[.,;:…]$/.test(line) ? line : undefined
}
