/**
 * OpenDocument's content as HTML. Insertions count, deletions (which are kept apart) do not; notes come last, in order;
 * comments, pictures, indexes and what is drawn are left out, texts in frames stay.
 */
import { type OdtStyle, odtStyles } from './odt-styles.ts'
import { escaped, readXml } from './xml.ts'

/** @param styles the named styles of the document, which its own refer to */
export const odtPage = (content: Uint8Array, styles: Uint8Array | undefined): string => {
  const { styleOf, isOrdered } = odtStyles(styles ? [styles, content] : [content])
  const body: string[] = []
  const notes: string[] = []
  /** What closes each open element. */
  const closing: string[] = []
  const lists: string[] = []
  let out = body
  let inText = false
  let skipped = 0
  let paragraphs = 0
  readXml(content, {
    enter: (name, attribute) => {
      if (name === 'office:text') inText = true
      if (!inText || skipped > 0 || leftOut.has(name)) {
        skipped += inText ? 1 : 0
        return
      }
      let [open, close] = tags[name] ?? ['', '']
      const style = styleOf(attribute('text:style-name'))
      if (name === 'text:p' || name === 'text:h') {
        paragraphs += 1
        ;[open, close] = paragraphTags(
          style,
          name === 'text:h' ? Number(attribute('text:outline-level') ?? 1) : undefined,
        )
      }
      if (name === 'text:span') [open, close] = inline(style)
      if (name === 'text:a') [open, close] = [`<a href="${escaped(attribute('href') ?? '')}">`, '</a>']
      if (name === 'text:list') {
        lists.push(attribute('text:style-name') ?? lists.at(-1) ?? '')
        ;[open, close] = isOrdered(lists.at(-1), lists.length) ? ['<ol>', '</ol>'] : ['<ul>', '</ul>']
      }
      if (name === 'text:s') open = '\u00a0'.repeat(Math.min(Number(attribute('text:c') ?? 1), 100))
      if (name === 'text:note-body') out = notes
      out.push(open)
      closing.push(close)
    },
    text: (value) => {
      if (inText && skipped === 0 && paragraphs > 0) out.push(escaped(value))
    },
    leave: (name) => {
      if (name === 'office:text') inText = false
      if (!inText) return
      if (skipped > 0) {
        skipped -= 1
        return
      }
      if (name === 'text:p' || name === 'text:h') paragraphs -= 1
      if (name === 'text:list') lists.pop()
      out.push(closing.pop() ?? '')
      if (name === 'text:note-body') out = body
    },
  })
  return `${body.join('')}${notes.length > 0 ? `<ol>${notes.join('')}</ol>` : ''}`
}

const leftOut = new Set(
  (
    'text:tracked-changes office:annotation drawing:image drawing:object drawing:object-ole svg-compatible:title svg-compatible:desc text:table-of-content ' +
    'text:alphabetical-index text:illustration-index text:table-index text:object-index text:user-index office:forms ' +
    'text:variable-decls text:sequence-decls text:user-field-decls text:ruby-text office:event-listeners'
  ).split(' '),
)

const tags: Record<string, readonly [string, string]> = {
  'text:list-item': ['<li>', '</li>'],
  'text:list-header': ['<li>', '</li>'],
  'text:line-break': ['<br>', ''],
  'text:tab': [' ', ''],
  'text:note-citation': ['<sup>[', ']</sup>'],
  'text:note-body': ['<li>', '</li>'],
  'drawing:text-box': ['<div>', '</div>'],
  'table:table': ['<table>', '</table>'],
  'table:table-row': ['<tr>', '</tr>'],
  'table:table-cell': ['<td>', '</td>'],
}

const paragraphTags = (style: OdtStyle, level: number | undefined): [string, string] => {
  const [open, close] = inline(style)
  const heading = level ?? (style.title ? 1 : undefined)
  if (heading !== undefined) {
    const tag = `h${Math.min(Math.max(1, Math.trunc(heading) || 1), 6)}`
    return [`<${tag}>`, `</${tag}>`]
  }
  return style.quote ? [`<blockquote><p>${open}`, `${close}</p></blockquote>`] : [`<p>${open}`, `${close}</p>`]
}

const inline = ({ formats }: OdtStyle): [string, string] => [
  formats.map((tag) => `<${tag}>`).join(''),
  formats
    .toReversed()
    .map((tag) => `</${tag}>`)
    .join(''),
]
