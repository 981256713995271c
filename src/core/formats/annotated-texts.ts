/**
 * The texts that web annotations speak of, which do not stand in their file: beside it as `NAME.txt`, beside it under the name that
 * the address ends in, or among the articles of the project, known by their address or by having the words that are quoted.
 */
import type { ForeignPlace, ForeignProblem, ForeignText, KnownArticle } from './foreign.ts'
import type { DraftDocument } from './placing.ts'
import { type Quote, withoutSpace } from './quote-place.ts'

/** What is known of an annotation before its text is. */
type Sourced = { source: string; quotes: readonly Quote[]; at: ForeignPlace }

/** The names that texts can have beside such a file. */
export const namedBeside = (name: string, content: string): string[] => [
  textOf(name),
  ...new Set([...content.matchAll(sources)].flatMap(([, source = '']) => textsOf(source))),
]

/** A document for each text; none for an annotation whose text is not there, which is listed once for each source. */
export const draftsFor = (
  annotations: readonly Sourced[],
  { name, beside, articles }: ForeignText,
  problems: ForeignProblem[],
): { drafts: DraftDocument[]; documentOf(one: Sourced): DraftDocument | undefined } => {
  const own = beside.get(textOf(name))
  if (own !== undefined) {
    const draft = emptyDraft(textOf(name), own)
    return { drafts: [draft], documentOf: () => draft }
  }
  const groups = Map.groupBy(annotations, ({ source }) => source)
  const drafts = new Map<string, DraftDocument>()
  const bySource = new Map<string, DraftDocument>()
  const give = (source: string, key: string, make: () => DraftDocument) => {
    const draft = drafts.get(key) ?? make()
    drafts.set(key, draft)
    bySource.set(source, draft)
  }
  const wanting = new Map<string, Wanted>()
  for (const [source, group] of groups) {
    const file = textsOf(source).find((text) => beside.has(text))
    if (file !== undefined) give(source, file, () => emptyDraft(file, beside.get(file) ?? ''))
    else wanting.set(source, wanted(group))
  }
  for (const [source, found] of among(articles, wanting)) {
    const [article, ...others] = found
    if (article && others.length === 0) {
      const { articleId, name, text } = article
      give(source, articleId, () => ({ ...emptyDraft(name, text), articleId }))
      continue
    }
    const at = groups.get(source)?.[0]?.at ?? { entry: 1 }
    if (article) problems.push({ ...at, reason: 'several-articles', detail: found.map((one) => one.name).join(', ') })
    else problems.push({ ...at, reason: 'no-article', detail: source || textOf(name) })
  }
  return { drafts: [...drafts.values()], documentOf: ({ source }) => bySource.get(source) }
}

const emptyDraft = (name: string, raw: string): DraftDocument => ({ name, raw, spans: [], relations: [] })

const textOf = (name: string): string => `${name.replace(/\.(jsonld|json)$/i, '').replace(/\.w3c$/i, '')}.txt`

/** As JSON writes them; what is escaped in an address does not name a file. */
const sources = /"(?:source|uri)"\s*:\s*"([^"\\]+)"/g

/** What a text could be called that an address leads to. */
const textsOf = (source: string): string[] => {
  const last = fileNameIn(source)
  if (last === '') return []
  return last.toLowerCase().endsWith('.txt') ? [last] : [`${last.replace(/\.\w+$/, '')}.txt`]
}

/** The last part of a path, as it is called in a folder; nothing that leads out of it. */
export const fileNameIn = (source: string): string => {
  const [path = ''] = source.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, '').split(/[?#]/)
  const last = path.split(/[/\\]/).at(-1) ?? ''
  try {
    const name = decodeURIComponent(last)
    return /[/\\\0]/.test(name) || /^\.*$/.test(name) ? '' : name
  } catch {
    return ''
  }
}

type Wanted = { words: string[]; probe: string }

const wanted = (group: readonly Sourced[]): Wanted => {
  const words = group.flatMap(({ quotes }) => quotes.map(({ exact }) => withoutSpace(exact)))
  return { words, probe: words.reduce((longest, one) => (one.length > longest.length ? one : longest), '') }
}

type Best = { has: number; articles: KnownArticle[] }

/** For each source the articles that have most of its quotes: of those it can mean by its address, else of all that have the half of them. */
const among = (
  articles: ForeignText['articles'],
  wanting: ReadonlyMap<string, Wanted>,
): Map<string, readonly KnownArticle[]> => {
  const best = new Map<string, Best>([...wanting.keys()].map((source) => [source, { has: 0, articles: [] }]))
  const weigh = (source: string, article: KnownArticle, squeezed: string, least: number) => {
    const known = best.get(source)
    if (!known) return
    const has = (wanting.get(source)?.words ?? []).filter((one) => one !== '' && squeezed.includes(one)).length
    if (has < Math.max(least, known.has, 1)) return
    if (has > known.has) best.set(source, { has, articles: [article] })
    else known.articles.push(article)
  }
  for (const source of wanting.keys()) {
    for (const article of articles.called(source)) weigh(source, article, withoutSpace(article.text), 1)
  }
  const open = [...wanting].filter(([source, { probe }]) => best.get(source)?.has === 0 && probe !== '')
  if (open.length > 0) {
    for (const article of articles.all()) {
      const squeezed = withoutSpace(article.text)
      for (const [source, { words, probe }] of open) {
        if (squeezed.includes(probe)) weigh(source, article, squeezed, words.length / 2)
      }
    }
  }
  return new Map([...best].map(([source, one]) => [source, one.articles]))
}
