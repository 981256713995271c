/** XML as documents hold it. No entity but the five of XML itself is known, nothing outside is looked up, nothing recurses. */
import { SaxesParser } from 'saxes'
import { decode } from './encoding.ts'
import { Unreadable } from './unreadable.ts'

/** Names are local ones; those of OpenDocument have its prefix before them (`text:p`), however the file calls it. */
export type XmlVisitor = {
  enter?(name: string, attribute: (name: string) => string | undefined): void
  text?(value: string): void
  leave?(name: string): void
}

/** Far deeper than documents are nested; further readers walk the same tree by recursion. */
const maximumDepth = 500

/** Throws `Unreadable`: damaged where it is not well-formed, too-complex. */
export const readXml = (bytes: Uint8Array, visitor: XmlVisitor): void => {
  const parser = new SaxesParser({ xmlns: true, position: false })
  let depth = 0
  parser.on('error', (cause) => {
    throw new Unreadable('damaged', {}, { cause })
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    depth += 1
    if (depth > maximumDepth) throw new Unreadable('too-complex')
    visitor.enter?.(nameIn(uri, local), (name) =>
      Object.values(attributes)
        .find((each) => nameIn(each.uri, each.local) === name)
        ?.value.trim(),
    )
  })
  parser.on('text', (value) => visitor.text?.(value))
  parser.on('cdata', (value) => visitor.text?.(value))
  parser.on('closetag', ({ uri, local }) => {
    depth -= 1
    visitor.leave?.(nameIn(uri, local))
  })
  parser.write(textOf(bytes)).close()
}

const textOf = (bytes: Uint8Array): string => {
  try {
    return decode(bytes, undefined, 'utf-8').text.replace(/^\ufeff/, '')
  } catch (cause) {
    throw new Unreadable('damaged', {}, { cause })
  }
}

/** The texts of elements by name, the first of each that is not empty. */
export const xmlFields = (bytes: Uint8Array | undefined): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>()
  let pieces: string[] = []
  if (bytes)
    readXml(bytes, {
      enter: () => {
        pieces = []
      },
      text: (value) => pieces.push(value),
      leave: (name) => {
        const value = pieces.join('').replace(/\s+/g, ' ').trim()
        pieces = []
        if (value && !fields.has(name)) fields.set(name, value)
      },
    })
  return fields
}

/** Text made harmless within markup. */
export const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const nameIn = (uri: string, local: string): string => {
  const family = /^urn:oasis:names:tc:opendocument:xmlns:([\w-]+):/.exec(uri)?.[1]
  return family === undefined ? local : `${family}:${local}`
}
