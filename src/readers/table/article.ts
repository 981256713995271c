/** What a row's chosen cells say about its article. */
import { type ArticleMetadata, articleMetadata } from '../../core/article.ts'
import { canonicalText } from '../../core/canonical.ts'
import { type Cells, type ColumnRole, columnRoles, type TableColumns } from '../../core/table/columns.ts'
import { dateIn, isoDate } from '../dates.ts'
import { languageTag } from '../language.ts'
import { withoutAbsent } from '../metadata.ts'
import { hostName } from '../web-address.ts'

/** Goes up when the same row gives other metadata; the reader of the text follows it in `source.reader`. */
export const tableReader = 'table/1'

export type RowArticle = {
  text: string
  mediaType: 'text/html' | 'text/plain'
  metadata: ArticleMetadata
  /** What the row calls itself. */
  rowId?: string
  /** The chosen cells that are filled, by their roles, in canonical form: what the article was made of. */
  original: string
}

/** Nothing where there is no text. Half characters are replaced: whoever calls looks for them in the text first. */
export const rowArticle = (cells: Cells, columns: TableColumns): RowArticle | undefined => {
  const chosen = new Map<ColumnRole, string>()
  for (const role of columnRoles) {
    const column = columns[role]
    const cell = column === undefined ? undefined : cells.get(column)
    if (cell !== undefined && cell.trim() !== '') chosen.set(role, cell.toWellFormed())
  }
  const text = chosen.get('text')
  if (text === undefined) return undefined
  const line = (role: ColumnRole) => chosen.get(role)?.replace(/\s+/g, ' ').trim()
  const id = line('id')
  return {
    text,
    mediaType: looksLikeHtml(text) ? 'text/html' : 'text/plain',
    metadata: withoutAbsent({
      title: articleMetadata.title.safeParse(line('title')).data,
      outlet: outletOf(line('outlet')),
      author: articleMetadata.author.safeParse(line('author')).data,
      publishedAt: dateOf(line('date')),
      url: articleMetadata.url.safeParse(line('url')).data,
      language: languageTag(line('language')),
      licence: undefined,
      relays: undefined,
    }),
    ...(id !== undefined && { rowId: id.slice(0, 80).toWellFormed() }),
    original: canonicalText(Object.fromEntries(chosen)),
  }
}

const outletOf = (value: string | undefined): ArticleMetadata['outlet'] =>
  value === undefined
    ? undefined
    : articleMetadata.outlet.safeParse({ name: /^https?:\/\//i.test(value) ? hostName(value) : value }).data

/** A day or a moment; numbers are seconds or milliseconds since 1970. */
const dateOf = (value: string | undefined): string | undefined => {
  if (value === undefined) return undefined
  if (/^\d{10}(\d{3})?$/.test(value)) return new Date(Number(value.padEnd(13, '0'))).toISOString()
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(value)
  const [, year, month, date] = compact ?? []
  return isoDate(compact ? `${year}-${month}-${date}` : value) ?? dateIn(value)?.date
}

/** Paragraphs or line breaks of a page, rather than a tag that is talked about. */
const looksLikeHtml = (text: string): boolean =>
  /<br\s*\/?>/i.test(text) ||
  (/<(p|div|h[1-6]|ul|ol|li|blockquote|article|section|span|a|body|html)\b[^<>]*>/i.test(text) &&
    /<\/(p|div|h[1-6]|ul|ol|li|blockquote|article|section|span|a|body|html)>/i.test(text))
