/** XML as a tree of plain objects. Nothing outside is looked up and no entity but the five of XML itself is known. */
import { SaxesParser } from 'saxes'

/** Names are local ones, if nothing else was asked for. `text` is all the text directly in it, as it stands there. */
export type XmlElement = { name: string; attributes: ReadonlyMap<string, string>; children: XmlElement[]; text: string }

/** Further nested than any project. */
const DEEPEST = 200

export type NameOf = (name: { uri: string; local: string }) => string

const localName: NameOf = ({ local }) => local

/**
 * The root, with its namespace; nothing where it is not well-formed, nested too deeply, or brings a document type along.
 * @param nameOf what elements and attributes are called, where their local names do not tell them apart
 */
export const parseXml = (
  text: string,
  nameOf: NameOf = localName,
): { root: XmlElement; namespace: string } | undefined => {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const open: { element: XmlElement; pieces: string[] }[] = []
  let found: { root: XmlElement; namespace: string } | undefined
  parser.on('error', (error) => {
    throw new NotRead(error.message)
  })
  parser.on('doctype', () => {
    throw new NotRead('document type')
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (open.length === DEEPEST) throw new NotRead('depth')
    const values = Object.values(attributes).map((one): [string, string] => [nameOf(one), one.value])
    const element: XmlElement = { name: nameOf({ uri, local }), attributes: new Map(values), children: [], text: '' }
    open.at(-1)?.element.children.push(element)
    if (open.length === 0) found = { root: element, namespace: uri }
    open.push({ element, pieces: [] })
  })
  const add = (piece: string) => {
    open.at(-1)?.pieces.push(piece)
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed) closed.element.text = closed.pieces.join('')
  })
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close()
    return found
  } catch (error) {
    if (error instanceof NotRead) return undefined
    throw error
  }
}

class NotRead extends Error {}

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name)

export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.get(name)
