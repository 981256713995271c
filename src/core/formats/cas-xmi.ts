/**
 * UIMA CAS XMI, as INCEpTION, WebAnno and UIMA write it: an element a feature structure, `begin` and `end` in UTF-16 code units, by the
 * definition of the format, without quotes. INCEpTION packs it into a ZIP archive with the types, or they stand beside it.
 */
import { decodeUtf8 } from '../utf8.ts'
import { casFile } from './cas-structures.ts'
import { noRanges, type RangeOf, rangesIn } from './cas-types.ts'
import { elementsIn, structuresOf } from './cas-xmi-structures.ts'
import type { ForeignFile, ForeignReader } from './foreign.ts'

export const casXmi: ForeignReader = {
  id: 'cas-xmi',
  title: 'UIMA CAS XMI (INCEpTION)',
  extensions: ['xmi'],
  fits: (opening) => /<(\w+:)?XMI[\s>]/.test(opening),
  takes: 'text',
  beside: (name) => ['TypeSystem.xml', 'typesystem.xml', `${bare(name)}-typesystem.xml`],
  read: ({ name, content, beside }): ForeignFile => {
    const [types] = [...beside.values()].flatMap((xml) => rangesIn(xml) ?? [])
    return readXmi(name, content, types ?? noRanges)
  },
}

/** What INCEpTION exports; archives of whole projects hold such archives, and are not looked into. */
export const casXmiArchive: ForeignReader = {
  id: 'cas-xmi-zip',
  title: 'UIMA CAS XMI with its types, in an archive (INCEpTION)',
  extensions: ['zip'],
  fits: (opening) => opening.startsWith('PK'),
  takes: 'archive',
  read: ({ names, read }): ForeignFile => {
    const textOf = (path: string) => decodeUtf8(read(path) ?? new Uint8Array()) ?? ''
    const types = names.filter((path) => /typesystem\.xml$/i.test(path)).flatMap((path) => rangesIn(textOf(path)) ?? [])
    const files = names
      .filter((path) => /\.xmi$/i.test(path))
      .map((path) => readXmi(path.split('/').at(-1) ?? path, textOf(path), types[0] ?? noRanges))
    const [first, another] = files
    if (!first) return notRead
    if (!another) return first
    return {
      documents: files.flatMap(({ documents }) => documents),
      problems: files.flatMap(({ problems }) => problems),
    }
  },
}

const bare = (name: string): string => name.replace(/\.xmi$/i, '')

const notRead: ForeignFile = { documents: [], problems: [{ entry: 1, reason: 'format' }] }

const readXmi = (name: string, content: string, rangeOf: RangeOf): ForeignFile => {
  const elements = elementsIn(content)
  return elements ? casFile(bare(name), structuresOf(elements, rangeOf), []) : notRead
}
