/** REFI-QDA projects: a ZIP archive of the texts and `project.qde`. Positions are code points, ends exclusive, as other programs write them. */
import type { Annotation } from '../../annotation.ts'
import { codesElement } from '../../codebook-qdc.ts'
import { keyIdOf } from '../../ids.ts'
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
    const zip = zipWriter()
    const parts: Parts = { sources: [], notes: [], links: [], users: new Map() }
    const pieces = (chunks: Uint8Array[]): Piece[] => chunks.map((bytes) => ({ file: 'project.qdpx', bytes }))
    return {
      document: (document) => {
        const guid = keyIdOf(`qdpx:source:${document.article.id}`)
        takeDocument(parts, document, guid, setting, ledger)
        return pieces(zip.add(`Sources/${guid}.txt`, encodeUtf8(document.article.text)))
      },
      end: () => [
        ...pieces(zip.add('project.qde', encodeUtf8(projectOf(parts, setting, ledger)))),
        ...pieces(zip.end()),
      ],
    }
  },
}

/** What stands in the project's own file, as elements. */
type Parts = { sources: string[]; notes: string[]; links: string[]; users: Map<string, string> }

const takeDocument = (
  parts: Parts,
  { article, annotations, links }: OutDocument,
  guid: string,
  { names }: OutSetting,
  ledger: Ledger,
): void => {
  const { title } = article
  ledger.carried({ kind: 'article', record: article })
  if (title !== undefined && isIllegalInXml(title)) ledger.changed('article', article.id, 'illegal-character')
  const selections = annotations.map((annotation) => {
    const user = names.annotator(annotation.annotatorId)
    parts.users.set(user.id, user.name)
    const codes = [...new Set(annotation.codes.map((id) => names.code(id).id))].sort()
    ledger.carried({ kind: 'annotation', record: annotation })
    if (annotation.target.fragments.length > 1) ledger.changed('annotation', annotation.id, 'discontinuous')
    if (saysIllegal(annotation)) ledger.changed('annotation', annotation.id, 'illegal-character')
    parts.notes.push(...noteElement(annotation, user.id))
    return selectionElements(annotation, user.id, codes)
  })
  const name = title === undefined ? '' : ` name="${xmlText(title)}"`
  const start = `    <TextSource guid="${guid}"${name} plainTextPath="internal://${guid}.txt"`
  parts.sources.push(selections.length === 0 ? `${start}/>\n` : `${start}>\n${selections.join('')}    </TextSource>\n`)
  const here = new Set(annotations.map(({ id }) => id))
  for (const link of links) {
    if (!('annotation' in link.to)) ledger.lost('link', 'actor-end')
    else if (!here.has(link.from) || !here.has(link.to.annotation)) ledger.lost('link', 'end-not-exported')
    else {
      ledger.carried({ kind: 'link', record: link })
      const ends = `originGUID="${link.from}" targetGUID="${link.to.annotation}"`
      parts.links.push(`    <Link guid="${link.id}" name="${xmlText(link.type)}" direction="OneWay" ${ends}/>\n`)
    }
  }
}

const saysIllegal = ({ note = '', target }: Annotation): boolean =>
  isIllegalInXml(note) || target.fragments.some(({ quote }) => isIllegalInXml(quote))

const projectOf = ({ sources, notes, links, users }: Parts, setting: OutSetting, ledger: Ledger): string => {
  const { project, names, codes, state } = setting
  for (const { id, label, mergedInto } of codes) {
    // The codebook goes out whole.
    if (mergedInto === undefined) names.code(id)
    if (mergedInto === undefined && label.ru !== undefined && label.en !== undefined)
      ledger.changed('code', id, 'one-language')
  }
  const list = (name: string, elements: readonly string[]) =>
    elements.length === 0 ? '' : `  <${name}>\n${elements.join('')}  </${name}>\n`
  const people = [...users].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<Project xmlns="urn:QDA-XML:project:1.0" name="${xmlText(project.title)}" origin="Actant">\n`,
    list(
      'Users',
      people.map(([id, name]) => `    <User guid="${id}" name="${xmlText(name)}"/>\n`),
    ),
    `  <CodeBook>\n${codesElement(codes)}  </CodeBook>\n`,
    list('Sources', sources),
    list('Notes', notes),
    list('Links', links),
    `  <Description>${xmlText(state)}</Description>\n`,
    '</Project>\n',
  ].join('')
}
