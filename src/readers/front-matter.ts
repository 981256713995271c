/** The head of a Markdown file in YAML, as far as articles need it: one line a member, text values. */
import type { ArticleMetadata } from '../core/article.ts'
import { dateIn, isoDate } from './dates.ts'
import { languageTag } from './language.ts'
import { withoutAbsent } from './metadata.ts'
import { hostName, pageAddress } from './web-address.ts'

/** The text after the front matter and what that states; all of the text where there is none. */
export const splitFrontMatter = (text: string): { body: string; metadata: ArticleMetadata } => {
  const match = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  const lines = match?.[1]?.split('\n') ?? []
  const members = membersOf(lines)
  return match && members
    ? { body: text.slice(match[0].length), metadata: metadataOf(members) }
    : { body: text, metadata: {} }
}

/** Nothing where a line is no YAML: then the lines are a text between two rules. */
const membersOf = (lines: string[]): Map<string, string> | undefined => {
  const members = new Map<string, string>()
  for (const line of lines) {
    const member = /^([\p{L}_][\p{L}\d_-]*)[ \t]*:(?:[ \t]+(.*))?$/u.exec(line)
    if (member) members.set((member[1] ?? '').toLowerCase(), scalar(member[2] ?? ''))
    else if (!/^(\s.*|-\s.*|#.*|)$/.test(line)) return undefined
  }
  return members.size > 0 ? members : undefined
}

const scalar = (value: string): string => {
  const trimmed = value.trim()
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(trimmed)
  if (double) return (double[1] ?? '').replace(/\\(["\\])/g, '$1')
  const single = /^'((?:[^']|'')*)'/.exec(trimmed)
  if (single) return (single[1] ?? '').replaceAll("''", "'")
  return trimmed
    .replace(/\s#.*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .trim()
}

const metadataOf = (members: Map<string, string>): ArticleMetadata => {
  const value = (...names: string[]) => names.map((name) => members.get(name)).find((each) => each)
  const date = value('date', 'published', 'publishedat', 'дата')
  const source = value('outlet', 'publisher', 'publication', 'source', 'издание', 'источник')
  const sourceAddress = pageAddress(source)
  const url = pageAddress(value('url', 'link', 'canonical', 'canonical_url')) ?? sourceAddress
  return withoutAbsent({
    title: value('title', 'заголовок'),
    outlet: source === undefined ? undefined : { name: sourceAddress ? hostName(sourceAddress) : source },
    author: value('author', 'authors', 'автор'),
    publishedAt: isoDate(date) ?? dateIn(date ?? '')?.date,
    url,
    language: languageTag(value('lang', 'language', 'язык')),
    licence: value('license', 'licence', 'лицензия'),
  })
}
