/** A page as parse5 reads it, and ways through it that neither recurse nor run anything. */
import { type DefaultTreeAdapterTypes as Dom, defaultTreeAdapter, parse } from 'parse5'
import { Unreadable } from './unreadable.ts'

export type Document = Dom.Document
export type Element = Dom.Element
export type Node = Dom.Node

/**
 * Parses a page. Unclosed formatting elements make the parser repeat them in each paragraph, so that a short page can ask
 * for billions of elements: one with more elements than it has room for is refused ('too-complex').
 */
export const parsePage = (html: string): Document => {
  const limit = Math.min(10_000 + html.length, 2_000_000)
  let count = 0
  const createElement: typeof defaultTreeAdapter.createElement = (...args) => {
    count += 1
    if (count > limit) throw new Unreadable('too-complex')
    return defaultTreeAdapter.createElement(...args)
  }
  return parse(html, { treeAdapter: { ...defaultTreeAdapter, createElement } })
}

export type Visitor = {
  /** False leaves out what the element holds, and `leave`. */
  enter(element: Element): boolean
  text(value: string): void
  leave(element: Element): void
}

/** Document order, however deep the nesting. */
export const walk = (root: Document | Element, visitor: Visitor): void => {
  const path: { node: Document | Element; next: number }[] = [{ node: root, next: 0 }]
  for (let place = path.at(-1); place; place = path.at(-1)) {
    const child = place.node.childNodes[place.next]
    place.next += 1
    if (!child) {
      path.pop()
      if (defaultTreeAdapter.isElementNode(place.node) && place.node !== root) visitor.leave(place.node)
    } else if (defaultTreeAdapter.isTextNode(child)) visitor.text(child.value)
    else if (defaultTreeAdapter.isElementNode(child) && visitor.enter(child)) path.push({ node: child, next: 0 })
  }
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value

/** Every element of the page in document order, those of templates left out. */
export const elementsOf = (root: Document): Element[] => {
  const elements: Element[] = []
  walk(root, {
    enter: (element) => {
      elements.push(element)
      return true
    },
    text: () => undefined,
    leave: () => undefined,
  })
  return elements
}

/** All text below an element, white space collapsed; at most so many UTF-16 units are read. */
export const textOf = (root: Element, limit = 10_000): string => {
  const pieces: string[] = []
  let length = 0
  walk(root, {
    enter: () => length < limit,
    text: (value) => {
      if (length < limit) pieces.push(value)
      length += value.length
    },
    leave: () => undefined,
  })
  return pieces.join('').replace(/\s+/g, ' ').trim()
}
