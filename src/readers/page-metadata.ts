/** What a page states about itself in its head and its markup: title, outlet, author, date, address, language, licence. */
import { defaultTreeAdapter } from 'parse5'
import type { ArticleMetadata } from '../core/article.ts'
import { isoDate } from './dates.ts'
import { attribute, type Document, type Element, elementsOf, textOf } from './html-tree.ts'
import { languageTag } from './language.ts'
import { linkedMetadata } from './linked-data.ts'
import { withoutAbsent } from './metadata.ts'
import { pageAddress } from './web-address.ts'

/** `base` is where relative links of the page start, if the page says so. */
export const statedMetadata = (document: Document): { base: string | undefined; metadata: ArticleMetadata } => {
  const page = indexOf(document)
  const url = pageAddress(page.related('canonical', 'href') ?? page.meta('og:url') ?? savedFrom(document))
  const base = pageAddress(page.named('base', 'href'), url) ?? url
  const siteName = page.meta('og:site_name')
  const root = page.named('html', 'lang')
  const linked = linkedMetadata(page.linkedData)
  return {
    base,
    metadata: withoutAbsent({
      title: page.meta('og:title') ?? page.title,
      outlet: siteName === undefined ? linked.outlet : { name: siteName },
      author:
        writer(page.meta('author')) ??
        writer(page.meta('article:author')) ??
        writer(page.meta('dc.creator')) ??
        linked.author ??
        writer(page.property('author', 'name')) ??
        writer(page.relatedText('author')),
      publishedAt: headDate(page) ?? linked.publishedAt ?? markupDate(page),
      url,
      language: languageTag(root) ?? languageTag(page.meta('og:locale', 'content-language', 'dc.language')),
      licence: pageAddress(page.related('license', 'href'), base) ?? page.relatedText('license'),
    }),
  }
}

type Page = ReturnType<typeof indexOf>

/** Where things stand in a page; names are in lower case, values never empty. */
const indexOf = (document: Document) => {
  const elements = elementsOf(document)
  const metas = new Map<string, string>()
  for (const element of elements.filter((each) => each.tagName === 'meta')) {
    const content = clean(attribute(element, 'content'))
    for (const name of ['property', 'name', 'http-equiv', 'itemprop']) {
      const key = attribute(element, name)?.trim().toLowerCase()
      if (key && content !== undefined && !metas.has(key)) metas.set(key, content)
    }
  }
  const has = (element: Element, name: string, word: string) =>
    attribute(element, name)?.toLowerCase().split(/\s+/).includes(word) ?? false
  const withRelation = (relation: string) => elements.find((element) => has(element, 'rel', relation))
  const attributeOf = (element: Element | undefined, name: string) => clean(element && attribute(element, name))
  const title = elements.find((element) => element.tagName === 'title' && element.namespaceURI.endsWith('xhtml'))
  return {
    title: title && clean(textOf(title)),
    meta: (...names: string[]) => names.map((name) => metas.get(name)).find((value) => value !== undefined),
    named: (tagName: string, name: string) =>
      attributeOf(
        elements.find((element) => element.tagName === tagName && attribute(element, name) !== undefined),
        name,
      ),
    related: (relation: string, name: string) => attributeOf(withRelation(relation), name),
    relatedText: (relation: string) => {
      const element = withRelation(relation)
      return element && clean(textOf(element))
    },
    property: (property: string, fallback: string) => {
      const element = elements.find((each) => each.tagName !== 'meta' && has(each, 'itemprop', property.toLowerCase()))
      return element && (attributeOf(element, fallback) ?? clean(textOf(element)))
    },
    linkedData: elements
      .filter(
        (element) => element.tagName === 'script' && /^application\/ld\+json/i.test(attribute(element, 'type') ?? ''),
      )
      .map((element) => textOf(element, 200_000)),
    times: elements
      .filter((element) => element.tagName === 'time')
      .map((element) => isoDate(attribute(element, 'datetime'))),
  }
}

const dateNames =
  'article:published_time og:published_time datepublished date pubdate publishdate publish-date publication_date dc.date dc.date.issued dcterms.created dcterms.issued parsely-pub-date sailthru.date mediator_published_time'

/** Without the `By` in front; an address, as Facebook wants it, names nobody. */
const writer = (value: string | undefined): string | undefined =>
  value === undefined || /^(https?:|www\.|@)/i.test(value)
    ? undefined
    : value.replace(/^by\s+(?=\p{Lu})/iu, '') || undefined

const headDate = (page: Page): string | undefined =>
  dateNames
    .split(' ')
    .map((name) => isoDate(page.meta(name)))
    .find((date) => date !== undefined)

/** The page's `<time>` counts if there is but one day. */
const markupDate = (page: Page): string | undefined => {
  const known = isoDate(page.property('datepublished', 'datetime'))
  if (known !== undefined) return known
  const times = page.times.filter((date) => date !== undefined)
  const days = new Set(times.map((date) => date.slice(0, 10)))
  return days.size === 1 ? times[0] : undefined
}

/** Browsers that save a page write its address into a comment at the top. */
const savedFrom = (document: Document): string | undefined => {
  const comments = document.childNodes.filter((node) => defaultTreeAdapter.isCommentNode(node))
  const html = document.childNodes.find((node) => defaultTreeAdapter.isElementNode(node))
  const inside = html ? html.childNodes.filter((node) => defaultTreeAdapter.isCommentNode(node)) : []
  for (const { data } of [...comments, ...inside]) {
    const address = /^\s*saved from url=\(\d+\)(\S+)/i.exec(data)?.[1]
    if (address) return address
  }
  return undefined
}

const clean = (value: string | undefined): string | undefined => value?.replace(/\s+/g, ' ').trim() || undefined
