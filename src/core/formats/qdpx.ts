/**
 * REFI-QDA projects (`.qdpx`), as ATLAS.ti, MAXQDA, NVivo, QualCoder and others exchange them: a ZIP archive with `project.qde` and the
 * texts. Positions are code points; the specification calls the end the last character, programs write the place behind it. A
 * selection has no quote, but often its name is one. https://www.qdasoftware.org
 */
import { annotationType } from '../schema.ts'
import { decodeUtf8 } from '../utf8.ts'
import { childOf, childrenOf, parseXml, type XmlElement } from '../xml-tree.ts'
import type { ForeignArchive, ForeignFile, ForeignProblem, ForeignReader } from './foreign.ts'
import { type DraftDocument, placed } from './placing.ts'
import { asideIn, codesIn, guidOf, linksIn, type QdaCode, usersIn } from './qdpx-project.ts'
import { documentsIn, type QdaGround, textOf } from './qdpx-sources.ts'

export const qdpx: ForeignReader = {
  id: 'qdpx',
  title: 'REFI-QDA (ATLAS.ti, MAXQDA, NVivo, QualCoder)',
  extensions: ['qdpx'],
  fits: (opening) => opening.startsWith('PK'),
  takes: 'archive',
  read: (archive): ForeignFile => {
    const project = projectIn(archive)
    if (!project) return { documents: [], problems: [{ entry: 1, reason: 'format' }] }
    const problems: ForeignProblem[] = []
    const aside = asideIn(project)
    const textAt = textsIn(archive)
    const notes = notesIn(project, textAt)
    const read = new Set<string>()
    const noteOf = (guid: string) => {
      read.add(guid)
      return notes.get(guid)
    }
    const codes = codesIn(project, noteOf)
    const ground: QdaGround = { codes, users: usersIn(project), noteOf, textAt, aside, problems }
    const documents = documentsIn(project, ground)
    addLinks(project, documents, aside)
    aside.push(...[...notes].filter(([guid, text]) => text === '' || !read.has(guid)).map(() => 'Note'))
    aside.push(...unusedIn([...codes.values()], documents).map(() => 'Code'))
    return {
      ...placed(documents, problems, {
        ...{ unit: 'codePoint', cr: true, bom: true, binding: false, units: ['utf16'] },
        ...{ lasts: true, named: true },
      }),
      layers: [...codes.values()].map(({ guid: _, ...layer }) => layer),
      unread: [...Map.groupBy(aside, (name) => name)].map(([what, all]) => ({ what, count: all.length })),
    }
  },
}

const projectIn = (archive: ForeignArchive): XmlElement | undefined => {
  const name =
    archive.names.find((one) => /^project\.qde$/i.test(one)) ?? archive.names.find((one) => /\.qde$/i.test(one))
  const bytes = name === undefined ? undefined : archive.read(name)
  const text = bytes && decodeUtf8(bytes)
  const { root, namespace } = (text === undefined ? undefined : parseXml(text)) ?? {}
  return root?.name === 'Project' && namespace?.startsWith('urn:QDA-XML:project:') ? root : undefined
}

/** Files of the archive alone, by their bare names; what lies elsewhere is not looked for. */
const textsIn = (archive: ForeignArchive): QdaGround['textAt'] => {
  const byName = new Map(archive.names.map((name) => [name.split('/').at(-1)?.toLowerCase() ?? '', name]))
  return (path) => {
    const bare = /^internal:\/\/([^/\\]+)$/i.exec(path)?.[1]?.toLowerCase()
    const name = bare === undefined ? undefined : byName.get(bare)
    const bytes = name === undefined ? undefined : archive.read(name)
    return bytes && decodeUtf8(bytes)
  }
}

/** By id; of a note that is only a Word file, or empty, there are no words. */
const notesIn = (project: XmlElement, textAt: QdaGround['textAt']): Map<string, string> =>
  new Map(
    childrenOf(childOf(project, 'Notes'), 'Note').map((note) => [
      guidOf(note),
      (textOf(note, { textAt }) ?? '').replace(/^\uFEFF/, '').trim(),
    ]),
  )

/** Codes with which nothing is coded, nor with one below them; those that only stand for a type are none. */
const unusedIn = (codes: readonly QdaCode[], documents: readonly DraftDocument[]): QdaCode[] => {
  const parents = new Map(codes.map(({ layer, parent }) => [layer, parent]))
  const used = new Set<string>()
  for (const { layer } of documents.flatMap(({ spans }) => spans)) {
    for (let at: string | undefined = layer; at !== undefined && !used.has(at); at = parents.get(at)) used.add(at)
  }
  return codes.filter(({ layer }) => !used.has(layer) && !annotationType.safeParse(layer).success)
}

/** Only selections of one source can be linked here. */
const addLinks = (project: XmlElement, documents: readonly DraftDocument[], aside: string[]): void => {
  const places = new Map(documents.flatMap((document) => document.spans.map(({ id }) => [id, document] as const)))
  for (const { id, layer, from, to } of linksIn(project)) {
    const document = places.get(from)
    if (!document || places.get(to) !== document) aside.push('Link')
    else document.relations.push({ id, layer, from, to, features: {}, at: { entry: documents.indexOf(document) + 1 } })
  }
}
