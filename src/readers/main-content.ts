/**
 * Which elements of a saved page hold its article: what Mozilla's Readability keeps of it, and the headline. The page itself is
 * read as ever; Readability works on a copy, in which nothing runs.
 */
import { serialize } from 'parse5'
import { type Document, type Element, elementsOf, parsePage, textOf, type Visitor, walk } from './html-tree.ts'
import { keptNumbers, looseText, number } from './loose-text.ts'

/** Pages beyond these are read whole, as are those with less text than `letters` in what looks like an article. */
const limits = { depth: 200, elements: 20_000, letters: 400 }

/** Nothing where the page has no substantial article, so that all of it counts. */
export const mainContent = async (document: Document): Promise<ReadonlySet<Element> | undefined> => {
  const elements = elementsOf(document)
  if (elements.length > limits.elements || depthOf(document) > limits.depth) return undefined
  for (const [at, element] of elements.entries())
    element.attrs = [...element.attrs.filter(({ name }) => name !== number), { name: number, value: String(at) }]
  const content = await articleContent(serialize(document), hasRunningText(elements))
  if (content === undefined) return undefined
  const found = parsePage(content)
  const numbers = keptNumbers(found, elements)
  const foundAgain = new Set(elements.filter((_, at) => numbers.has(at)))
  // Else text of the article would be lost without a word.
  if (textLength(document, foundAgain) < 0.9 * allLength(found)) return undefined
  const kept = framed(document, elements, foundAgain)
  if (![...kept].some(({ tagName }) => tagName === 'h1'))
    for (const headline of headlines(elements)) addWhole(kept, headline)
  return kept
}

/** Lets through the text of these elements only. */
export const only = (kept: ReadonlySet<Element>, visitor: Visitor): Visitor => {
  const path: boolean[] = [false]
  return {
    enter: (element) => {
      if (!kept.has(element) && element.tagName === 'q') return false
      // Readability takes line breaks for the ends of paragraphs and out of what it keeps.
      if (!kept.has(element) && element.tagName === 'br' && !path.at(-1)) return false
      const entered = visitor.enter(element)
      if (entered) path.push(kept.has(element))
      return entered
    },
    text: (value) => {
      if (path.at(-1)) visitor.text(value)
    },
    leave: (element) => {
      path.pop()
      visitor.leave(element)
    },
  }
}

/** Where the page itself marks its article and nearly all of what was kept stands there, only that is kept. */
const framed = (document: Document, elements: readonly Element[], kept: Set<Element>): Set<Element> => {
  for (const tag of ['article', 'main']) {
    const [frame, ...others] = elements.filter(({ tagName }) => tagName === tag)
    if (!frame || others.length > 0) continue
    const inside = new Set<Element>()
    addWhole(inside, frame)
    const both = new Set([...kept].filter((element) => inside.has(element)))
    if (textLength(document, both) > 0.7 * textLength(document, kept)) return both
  }
  return kept
}

const textLength = (document: Document, kept: ReadonlySet<Element>): number => {
  const counter = letterCounter()
  walk(document, only(kept, counter))
  return counter.length()
}

const allLength = (document: Document): number => {
  const counter = letterCounter()
  walk(document, counter)
  return counter.length()
}

const letterCounter = (): Visitor & { length(): number } => {
  let length = 0
  const text = (value: string) => {
    length += value.trim().length
  }
  return { enter: ({ tagName }) => !unseen.has(tagName), text, leave: () => undefined, length: () => length }
}

const unseen: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'title'])

/** The article as Readability lays it out, in HTML. */
const articleContent = async (page: string, readable: boolean): Promise<string | undefined> => {
  const [{ parseHTML }, { isProbablyReaderable, Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ])
  try {
    const { document } = parseHTML(page)
    if (!readable && !isProbablyReaderable(document, shortNews) && !document.querySelector('article')) return undefined
    const article = new Readability(document, {
      charThreshold: limits.letters,
      maxElemsToParse: limits.elements * 2,
      keepClasses: true,
      disableJSONLD: true,
    }).parse()
    if (!article?.content || (article.length ?? 0) < limits.letters) return undefined
    return article.content
  } catch {
    // A page on which it fails is read whole.
    return undefined
  }
}

/** Readability's own measures miss news of four paragraphs. */
const shortNews = { minContentLength: 80, minScore: 15 }

/** Readability's measure, which knows paragraphs only, for pages that have a `<div>` for each. */
const hasRunningText = (elements: readonly Element[]): boolean => {
  let score = 0
  for (const element of elements)
    if (element.tagName === 'div') score += Math.sqrt(Math.max(0, looseText(element).join(' ').length - 140))
  return score > 20
}

const depthOf = (document: Document): number => {
  let depth = 0
  let deepest = 0
  walk(document, {
    enter: () => {
      depth += 1
      deepest = Math.max(deepest, depth)
      return true
    },
    text: () => undefined,
    leave: () => {
      depth -= 1
    },
  })
  return deepest
}

/** Readability takes a headline for the page's title and leaves it out: the one main heading, or the one that the title begins with. */
const headlines = (elements: readonly Element[]): Element[] => {
  const title = elements.find(({ tagName }) => tagName === 'title')
  const name = title ? textOf(title) : ''
  const headings = elements.filter((element) => element.tagName === 'h1' && textOf(element).length >= 5)
  const named = headings.filter((element) => name.startsWith(textOf(element)))
  return named.length > 0 ? named.slice(-1) : headings.length === 1 ? headings : []
}

const addWhole = (kept: Set<Element>, root: Element): void => {
  kept.add(root)
  walk(root, {
    enter: (element) => {
      kept.add(element)
      return true
    },
    text: () => undefined,
    leave: () => undefined,
  })
}
