/**
 * Which elements of a page Readability kept, by the numbers they were given. It makes paragraphs of its own of text that stands loose
 * in a `<div>`, and that one's number is lost with it: such text is looked for on the page.
 */
import { defaultTreeAdapter } from 'parse5'
import { attribute, type Document, type Element, elementsOf } from './html-tree.ts'

/** The attribute with the number of an element, counted from 0 in document order. */
export const number = 'data-actant-number'

/** `content` is what was kept, `elements` are those of the page, numbered. */
export const keptNumbers = (content: Document, elements: readonly Element[]): ReadonlySet<number> => {
  const places = placesOf(elements)
  const numbers = new Set<number>()
  let latest = -1
  for (const element of elementsOf(content)) {
    const own = numberOf(element) ?? originOf(element, places, numbers, latest)
    if (own === undefined) continue
    numbers.add(own)
    latest = Math.max(latest, own)
  }
  return numbers
}

type Places = ReadonlyMap<string, readonly number[]>

/**
 * The element all of whose text here stood in; of several that say the same the first one after what was kept before that
 * is not taken yet.
 */
const originOf = (element: Element, places: Places, taken: ReadonlySet<number>, latest: number): number | undefined => {
  const [first, ...others] = looseText(element).map((piece) => places.get(piece) ?? [])
  if (!first) return undefined
  const rest = others.map((each) => new Set(each))
  const origins = first.filter((at) => rest.every((each) => each.has(at)))
  return (
    origins.find((at) => at >= latest && !taken.has(at)) ??
    (origins.some((at) => taken.has(at)) ? undefined : origins[0])
  )
}

/** In which elements each piece of text stands, in document order. */
const placesOf = (elements: readonly Element[]): Places => {
  const places = new Map<string, number[]>()
  for (const [at, element] of elements.entries())
    for (const piece of new Set(looseText(element))) {
      const found = places.get(piece)
      if (found) found.push(at)
      else places.set(piece, [at])
    }
  return places
}

const numberOf = (element: Element): number | undefined => {
  const value = attribute(element, number)
  return value === undefined ? undefined : Number(value)
}

/** The pieces of text that stand in an element itself rather than in those within it. */
export const looseText = (element: Element): string[] =>
  element.childNodes
    .flatMap((node) => (defaultTreeAdapter.isTextNode(node) ? [node.value.trim()] : []))
    .filter((piece) => piece !== '')
