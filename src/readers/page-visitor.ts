/** How each element of a page shows: what it adds to the text's layout, and what is left out. */
import { html } from 'parse5'
import type { Format } from '../core/layout.ts'
import type { Context, Flow } from './flow.ts'
import { attribute, type Element, type Visitor } from './html-tree.ts'
import { linkTarget } from './web-address.ts'

/** Writes a page into `flow`; relative links start at `base`, `language` chooses the marks of `<q>`. */
export const pageVisitor = (flow: Flow, base: string | undefined, language: string | undefined): Visitor => {
  const [opening, closing] = /^(ru|uk|be|fr)\b/i.test(language ?? '') ? ['«', '»'] : ['“', '”']
  const contexts: PageContext[] = [top]
  const context = () => contexts.at(-1) ?? top
  return {
    enter: (element) => {
      const { tagName } = element
      if (tagName === 'br') flow.lineBreak()
      if (tagName === 'hr') flow.endBlock()
      if (isLeftOut(element)) return false
      if (isBlock(element)) flow.endBlock()
      if (tagName === 'td' || tagName === 'th') flow.endCell()
      contexts.push(inside(element, context(), base))
      if (tagName === 'q') flow.text(opening, context())
      return true
    },
    text: (value) => flow.text(value, context()),
    leave: (element) => {
      if (element.tagName === 'q') flow.text(closing, context())
      contexts.pop()
      if (isBlock(element)) flow.endBlock()
    },
  }
}

type PageContext = Context & { list: { ordered: boolean; depth: number } }

const top: PageContext = { formats: new Set(), quote: false, preformatted: false, list: { ordered: false, depth: 0 } }

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const leftOut = words(
  'head title meta base link script style template noscript noframes noembed svg iframe frame frameset object embed applet ' +
    'audio video canvas map img picture input button select option datalist textarea meter progress rp annotation br hr',
)

const blockElements = words(
  'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup legend li listing main menu nav ol p plaintext pre search section summary table ' +
    'caption tbody thead tfoot tr ul xmp',
)

const preformattedElements = words('pre listing plaintext xmp')

const formatOf: ReadonlyMap<string, Format> = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['cite', 'italic'],
  ['dfn', 'italic'],
  ['var', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strikethrough'],
  ['strike', 'strikethrough'],
  ['del', 'strikethrough'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
])

/** Formats given by a `style` attribute, as word processors and mail programs write them. */
const styles: readonly (readonly [RegExp, Format])[] = [
  [/\bfont-weight\s*:\s*(bold|[6-9]00)\b/i, 'bold'],
  [/\bfont-style\s*:\s*(italic|oblique)\b/i, 'italic'],
  [/\btext-decoration(-line)?\s*:[^;]*\bunderline\b/i, 'underline'],
  [/\btext-decoration(-line)?\s*:[^;]*\bline-through\b/i, 'strikethrough'],
  [/\bvertical-align\s*:\s*super\b/i, 'superscript'],
  [/\bvertical-align\s*:\s*sub\b/i, 'subscript'],
]

const isLeftOut = (element: Element): boolean =>
  leftOut.has(element.tagName) ||
  attribute(element, 'hidden') !== undefined ||
  (element.tagName === 'dialog' && attribute(element, 'open') === undefined) ||
  /(^|[;\s])(display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(attribute(element, 'style') ?? '')

const isBlock = (element: Element): boolean =>
  (blockElements.has(element.tagName) && element.namespaceURI === html.NS.HTML) ||
  /(^|[;\s])display\s*:\s*(block|flex|grid|list-item)\b/i.test(attribute(element, 'style') ?? '')

const inside = (element: Element, outer: PageContext, base: string | undefined): PageContext => {
  const { tagName } = element
  const context = withFormats(element, outer)
  const heading = /^h([1-6])$/.exec(tagName)
  if (heading) return { ...context, heading: Number(heading[1]) }
  if (tagName === 'blockquote') return { ...context, quote: true }
  if (preformattedElements.has(tagName)) return { ...context, preformatted: true }
  if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu' || tagName === 'dir')
    return { ...context, list: { ordered: tagName === 'ol', depth: outer.list.depth + 1 } }
  if (tagName === 'li')
    return { ...context, item: { ordered: outer.list.ordered, depth: Math.max(1, outer.list.depth) } }
  const href = tagName === 'a' ? attribute(element, 'href') : undefined
  return href === undefined ? context : { ...context, href: linkTarget(href, base) }
}

const withFormats = (element: Element, outer: PageContext): PageContext => {
  const style = attribute(element, 'style')
  const own = formatOf.get(element.tagName)
  const added = style === undefined ? [] : styles.filter(([pattern]) => pattern.test(style)).map(([, format]) => format)
  if (own) added.push(own)
  const preformatted = outer.preformatted || /\bwhite-space\s*:\s*(pre|pre-wrap|break-spaces)\b(?!-)/i.test(style ?? '')
  if (preformatted === outer.preformatted && added.every((format) => outer.formats.has(format))) return outer
  return { ...outer, preformatted, formats: new Set([...outer.formats, ...added]) }
}
