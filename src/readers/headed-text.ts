/**
 * Texts that stand below a head, as archives of news and mail programs export them: lines with labels, the tags of Factiva, the
 * pages of Nexis. The head becomes metadata, what is below it is the article.
 */
import type { ArticleMetadata } from '../core/article.ts'
import { lf1 } from '../core/lf1.ts'
import { dateIn } from './dates.ts'
import { decode } from './encoding.ts'
import { headMetadata, memberOf } from './head-metadata.ts'
import { withoutAbsent } from './metadata.ts'
import type { TextReader } from './reader.ts'
import { text } from './text.ts'

export const headedText: TextReader = {
  id: 'headed-text/1',
  mediaType: 'text/plain',
  aliases: [],
  extensions: text.extensions,
  recognises: (_, bytes) => partsOf(opening(bytes)) !== undefined,
  read: (decoded) => {
    const { body, metadata } = partsOf(decoded) ?? { body: decoded, metadata: {} }
    const reading = text.read(body)
    return { ...reading, metadata: { ...reading.metadata, ...metadata } }
  },
}

type Parts = { body: string; metadata: ArticleMetadata }

const partsOf = (decoded: string): Parts | undefined => labelled(decoded) ?? factiva(decoded) ?? nexis(decoded)

/** So much of a file as its head may have, cut at a line's end; empty where it is no text. */
const opening = (bytes: Uint8Array): string => {
  const head = bytes.subarray(0, 16_384)
  const end = head.length < bytes.length ? head.lastIndexOf(0x0a) + 1 : head.length
  try {
    return lf1(decode(head.subarray(0, end)).text)
  } catch {
    return ''
  }
}

/** `Subject: …` line by line down to an empty line; at least two labels, one of them a title or a sender. */
const labelled = (decoded: string): Parts | undefined => {
  const start = /^\s*/.exec(decoded)?.[0].length ?? 0
  const end = decoded.indexOf('\n\n', start)
  if (end < 0) return undefined
  // A head of MIME says that what follows is in parts or encoded.
  if (/^(mime-version|content-transfer-encoding):/im.test(decoded.slice(start, end))) return undefined
  const values: [string, string][] = []
  for (const line of decoded.slice(start, end).split('\n')) {
    const [, label = '', value = ''] = /^([\p{L}][\p{L} -]{0,30}?)\s*:[ \t]*(.*)$/u.exec(line) ?? []
    const last = values.at(-1)
    if (memberOf(label) !== undefined) values.push([label, value])
    else if (last && /^[ \t]+\S/.test(line)) last[1] += ` ${line.trim()}`
    else if (!/^(x-|list-|received|return-path|authentication)[\w-]*:/i.test(line)) return undefined
  }
  const named = new Set(values.map(([label]) => memberOf(label)))
  const isHead = named.size >= 2 && (named.has('title') || named.has('sender'))
  return isHead ? { body: trimmed(decoded.slice(end)), metadata: headMetadata(values) } : undefined
}

/** Two capitals before each field: HD headline, BY, PD day, SN source, LP and TD the text. */
const factiva = (decoded: string): Parts | undefined => {
  const fields = new Map<string, string>()
  for (const [, tag = '', value = ''] of decoded.matchAll(
    /^(SE|HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|CX|LP|TD|CO|IN|NS|RE|IPD|IPC|PUB|AN)(?:[ \t]+|\n)([\s\S]*?)(?=^(?:SE|HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|CX|LP|TD|CO|IN|NS|RE|IPD|IPC|PUB|AN)(?:[ \t]|\n)|(?![\s\S]))/gm,
  ))
    if (!fields.has(tag)) fields.set(tag, value.trim())
  if (!['HD', 'PD', 'SN'].every((tag) => fields.has(tag)) || !(fields.has('LP') || fields.has('TD'))) return undefined
  const body = [fields.get('LP'), fields.get('TD')].filter((part) => part).join('\n\n')
  const value = (tag: string) => fields.get(tag) ?? ''
  const metadata = headMetadata([
    ['headline', value('HD')],
    ['byline', value('BY')],
    ['date', value('PD')],
    ['source', value('SN')],
  ])
  return { body, metadata }
}

/** Headline, publication and day on lines of their own, some labels, `Body`, the text, `Classification`. */
const nexis = (decoded: string): Parts | undefined => {
  const [, head, below] = /^([\s\S]{1,6000}?)^Body[ \t]*\n([\s\S]*)$/m.exec(decoded) ?? []
  if (head === undefined || below === undefined || !/^(Length|Section|Byline|Copyright)\b/m.test(head)) return undefined
  const [title, outlet, ...lines] = head
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const byline = /^Byline:\s*(.+)$/m.exec(head)?.[1]
  return {
    body: trimmed(below.replace(/^(Classification|Graphic|Load-Date:.*|End of Document)[ \t]*$[\s\S]*/m, '')),
    metadata: withoutAbsent({
      title,
      outlet: outlet === undefined ? undefined : { name: outlet },
      author: byline?.replace(/^by\s+/i, ''),
      publishedAt: lines.map((line) => dateIn(line)?.date).find((date) => date !== undefined),
    }),
  }
}

const trimmed = (body: string): string => body.replace(/^\s*\n/, '').trimEnd()
