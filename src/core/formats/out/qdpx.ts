/** REFI-QDA projects: a ZIP archive of the texts and `project.qde`. Positions are code points, ends exclusive, as other programs write them. */
import type { Annotation } from '../../annotation.ts'
import { codesElement } from '../../codebook-qdc.ts'
import { keyIdOf } from '../../ids.ts'
import type { Link } from '../../records.ts'
import { encodeUtf8 } from '../../utf8.ts'
import { isIllegalInXml, xmlText } from '../../xml.ts'
import type { OutDocument, OutFormat, OutSetting, Piece } from './format.ts'
import type { Ledger } from './ledger.ts'
import { noteElement, selectionElements } from './qdpx-selection.ts'
import { zipWriter } from './zip.ts'

export const qdpx: OutFormat = {
  id: 'qdpx',
  title: 'REFI-QDA project',
  extension: 'qdpx',
  shape: 'file',
  unit: 'codepoint',
  types: ['actor', 'position', 'claim'],
  options: {},
  splits: false,
  people: true,
  carries: () => ({
    article: ['text', 'title'],
    annotation: ['articleId', 'annotatorId', 'type', 'target', 'codes', 'note'],
    link: ['from', 'to', 'type'],
    code: ['type', 'label', 'parent', 'definition', 'examples', 'color', 'retired'],
    annotator: ['name'],
  }),
  writer: (setting, ledger) => {
    const file = 'project.qdpx'
    const zip = zipWriter(file)
    const found: Found = { lists: new Set(), users: new Map() }
    const pieces = (): Piece[] => zip.taken().map((bytes) => ({ file, bytes }))
    let project: (part: Uint8Array, isLast: boolean) => void = () => {}
    let inside: ListName | undefined
    const say = (text: string) => project(encodeUtf8(text), false)
    const enter = (list: ListName | undefined) => {
      if (list === inside) return
      if (inside) say(`  </${inside}>\n`)
      if (list) say(`  <${list}>\n`)
      inside = list
    }
    return {
      document: (document) => {
        lookAt(document, found, setting, ledger)
        zip.add(`Sources/${sourceId(document)}.txt`, encodeUtf8(document.article.text))
        return pieces()
      },
      // Of a large corpus the elements are more than fits into memory, and each list has to be whole before the next.
      later: () => {
        project = zip.open('project.qde')
        say(headOf(found, setting, ledger))
        return lists
          .filter(({ name }) => found.lists.has(name))
          .map(({ name, elements }) => (document) => {
            enter(name)
            say(elements(document, setting).join(''))
            return pieces()
          })
      },
      end: () => {
        enter(undefined)
        project(encodeUtf8(`  <Description>${xmlText(setting.state)}</Description>\n</Project>\n`), true)
        zip.end()
        return pieces()
      },
    }
  },
}

type ListName = 'Sources' | 'Notes' | 'Links'

/** Lists of the project's own file that have elements, and its users: names by ids. */
type Found = { lists: Set<ListName>; users: Map<string, string> }

const sourceId = ({ article }: OutDocument): string => keyIdOf(`qdpx:source:${article.id}`)

const lookAt = (document: OutDocument, found: Found, { names }: OutSetting, ledger: Ledger): void => {
  const { article, annotations, links } = document
  found.lists.add('Sources')
  ledger.carried({ kind: 'article', record: article })
  if (article.title !== undefined && isIllegalInXml(article.title))
    ledger.changed('article', article.id, 'illegal-character')
  for (const annotation of annotations) {
    const user = names.annotator(annotation.annotatorId)
    found.users.set(user.id, user.name)
    if (annotation.note) found.lists.add('Notes')
    ledger.carried({ kind: 'annotation', record: annotation })
    if (annotation.target.fragments.length > 1) ledger.changed('annotation', annotation.id, 'discontinuous')
    if (saysIllegal(annotation)) ledger.changed('annotation', annotation.id, 'illegal-character')
  }
  const isHere = hereIn(document)
  for (const link of links) {
    if (!('annotation' in link.to)) ledger.lost('link', 'actor-end')
    else if (!isHere(link)) ledger.lost('link', 'end-not-exported')
    else {
      found.lists.add('Links')
      ledger.carried({ kind: 'link', record: link })
    }
  }
}

const saysIllegal = ({ note = '', target }: Annotation): boolean =>
  isIllegalInXml(note) || target.fragments.some(({ quote }) => isIllegalInXml(quote))

/** Whether both ends of a link are annotations that go out. */
const hereIn = ({ annotations }: OutDocument) => {
  const ids = new Set(annotations.map(({ id }) => id))
  return ({ from, to }: Link): boolean => ids.has(from) && 'annotation' in to && ids.has(to.annotation)
}

const sourceElement = (document: OutDocument, { names }: OutSetting): string => {
  const { article, annotations } = document
  const guid = sourceId(document)
  const name = article.title === undefined ? '' : ` name="${xmlText(article.title)}"`
  const start = `    <TextSource guid="${guid}"${name} plainTextPath="internal://${guid}.txt"`
  const selections = annotations.map((annotation) => {
    const codes = [...new Set(annotation.codes.map((id) => names.code(id).id))].sort()
    return selectionElements(annotation, names.annotator(annotation.annotatorId).id, codes)
  })
  return selections.length === 0 ? `${start}/>\n` : `${start}>\n${selections.join('')}    </TextSource>\n`
}

const linkElement = ({ id, from, to, type }: Link): string[] =>
  'annotation' in to
    ? [
        `    <Link guid="${id}" name="${xmlText(type)}" direction="OneWay" originGUID="${from}" targetGUID="${to.annotation}"/>\n`,
      ]
    : []

/** In the order of the schema. */
const lists: readonly { name: ListName; elements(document: OutDocument, setting: OutSetting): string[] }[] = [
  { name: 'Sources', elements: (document, setting) => [sourceElement(document, setting)] },
  {
    name: 'Notes',
    elements: ({ annotations }, { names }) =>
      annotations.flatMap((annotation) => noteElement(annotation, names.annotator(annotation.annotatorId).id)),
  },
  { name: 'Links', elements: (document) => document.links.filter(hereIn(document)).flatMap(linkElement) },
]

const headOf = ({ users }: Found, { project, names, codes }: OutSetting, ledger: Ledger): string => {
  for (const { id, label, mergedInto } of codes) {
    // The codebook goes out whole.
    if (mergedInto === undefined) names.code(id)
    if (mergedInto === undefined && label.ru !== undefined && label.en !== undefined)
      ledger.changed('code', id, 'one-language')
  }
  const people = [...users]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, name]) => `    <User guid="${id}" name="${xmlText(name)}"/>\n`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<Project xmlns="urn:QDA-XML:project:1.0" name="${xmlText(project.title)}" origin="Actant">\n`,
    people.length === 0 ? '' : `  <Users>\n${people.join('')}  </Users>\n`,
    `  <CodeBook>\n${codesElement(codes)}  </CodeBook>\n`,
  ].join('')
}
