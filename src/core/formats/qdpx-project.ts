/** What a REFI-QDA project says beside its sources: users, codes, notes, links. Ids are compared without braces and in small letters. */

import { qdaColour } from '../qda-colour.ts'
import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml-tree.ts'
import type { ForeignLayer } from './foreign.ts'
import { pathMark } from './name-words.ts'

/** The id that an element has, or that it refers to. */
export const guidOf = (element: XmlElement | undefined, name = 'guid'): string =>
  (attributeOf(element, name) ?? '').replace(/[{}\s]/g, '').toLowerCase()

/** Names of users by id. */
export const usersIn = (project: XmlElement): Map<string, string> =>
  new Map(
    childrenOf(childOf(project, 'Users'), 'User').map((user) => [
      guidOf(user),
      (attributeOf(user, 'name') || attributeOf(user, 'id') || '').trim(),
    ]),
  )

export type QdaCode = ForeignLayer & { guid: string }

/** What is said in an element's description and the notes that it refers to. */
export const remarksOn = (element: XmlElement, noteOf: (guid: string) => string | undefined): string =>
  [
    childOf(element, 'Description')?.text.trim(),
    ...childrenOf(element, 'NoteRef').map((reference) => noteOf(guidOf(reference, 'targetGUID'))),
  ]
    .filter(Boolean)
    .join('\n')

/** Codes by id, each a layer called by its path. Of two at one path the second one has its id in its name. */
export const codesIn = (project: XmlElement, noteOf: (guid: string) => string | undefined): Map<string, QdaCode> => {
  const codes = new Map<string, QdaCode>()
  const names = new Set<string>()
  const walk = (element: XmlElement, parent: string | undefined): void => {
    for (const code of childrenOf(element, 'Code')) {
      const guid = guidOf(code)
      const own = (attributeOf(code, 'name') ?? '').replace(/\s+/g, ' ').trim() || guid
      const path = parent === undefined ? own : `${parent}${pathMark}${own}`
      const layer = names.has(path) ? `${path} (${guid})` : path
      names.add(layer)
      const color = qdaColour(attributeOf(code, 'color'))
      const definition = remarksOn(code, noteOf)
      codes.set(guid, {
        guid,
        layer,
        ...(parent !== undefined && { parent }),
        ...(color && { color }),
        ...(definition && { definition }),
      })
      walk(code, layer)
    }
  }
  const codebook = childOf(childOf(project, 'CodeBook'), 'Codes')
  if (codebook) walk(codebook, undefined)
  return codes
}

/** Links between selections, by ids. */
export const linksIn = (project: XmlElement) =>
  childrenOf(childOf(project, 'Links'), 'Link').map((link) => ({
    id: guidOf(link),
    layer: attributeOf(link, 'name')?.trim() || 'Link',
    from: guidOf(link, 'originGUID'),
    to: guidOf(link, 'targetGUID'),
  }))

/** Elements of a project that are counted and not read. */
const leftAside = [
  ['Cases', 'Case'],
  ['Variables', 'Variable'],
  ['Sets', 'Set'],
  ['Graphs', 'Graph'],
] as const

export const asideIn = (project: XmlElement): string[] => [
  ...(isDescribed(project) ? ['Project Description'] : []),
  ...leftAside.flatMap(([list, name]) => childrenOf(childOf(project, list), name).map(() => name)),
]

/** What Actant writes there is the digest of a state. */
const isDescribed = (project: XmlElement): boolean => {
  const words = childOf(project, 'Description')?.text.trim()
  return words !== undefined && words !== '' && !/^sha256:[0-9a-f]{64}$/.test(words)
}
