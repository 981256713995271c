/** The sources of a REFI-QDA project as documents, their selections as spans: one for each coding. */

import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml-tree.ts'
import type { ForeignProblem } from './foreign.ts'
import type { DraftDocument, DraftSpan } from './placing.ts'
import { guidOf, type QdaCode, remarksOn } from './qdpx-project.ts'

export type QdaGround = {
  codes: ReadonlyMap<string, QdaCode>
  users: ReadonlyMap<string, string>
  /** The text of a note by its id. */
  noteOf(guid: string): string | undefined
  /** The text of a file in the archive by its path (`internal://…`); nothing where it is not there, or no UTF-8. */
  textAt(path: string): string | undefined
  /** Names of what is not read. */
  aside: string[]
  problems: ForeignProblem[]
}

/** The n-th source is the n-th entry of problems. Pictures and PDF have their text in an element of their own. */
export const documentsIn = (project: XmlElement, ground: QdaGround): DraftDocument[] =>
  (childOf(project, 'Sources')?.children ?? []).flatMap((source, index): DraftDocument[] => {
    const text = source.name === 'TextSource' ? source : childOf(source, texts[source.name] ?? '')
    const others = source.children.filter(({ name }) => name.endsWith('Selection') && name !== 'PlainTextSelection')
    ground.aside.push(...others.map(({ name }) => name), ...childrenOf(source, 'VariableValue').map(({ name }) => name))
    ground.aside.push(...childrenOf(source, 'Coding').map(() => `${source.name} Coding`))
    if (!text) {
      ground.aside.push(source.name)
      return []
    }
    const entry = index + 1
    const title = attributeOf(source, 'name')?.trim()
    const name = title || `${source.name} ${entry}`
    const raw = textOf(text, ground)
    if (raw === undefined) {
      ground.problems.push({ entry, reason: 'no-text', detail: name })
      return []
    }
    const remarks = remarksOn(source, ground.noteOf)
    return [
      {
        name,
        raw,
        spans: childrenOf(text, 'PlainTextSelection').flatMap((selection) => spansOf(selection, entry, ground)),
        relations: [],
        metadata: { ...(title && { title }), ...(remarks && { more: { note: remarks } }) },
      },
    ]
  })

const texts: Record<string, string> = { PDFSource: 'Representation', PictureSource: 'TextDescription' }

/** What stands in the element, or in the file that it names. */
export const textOf = (element: XmlElement, { textAt }: Pick<QdaGround, 'textAt'>): string | undefined => {
  const path = attributeOf(element, 'plainTextPath')
  return childOf(element, 'PlainTextContent')?.text ?? (path === undefined ? undefined : textAt(path))
}

/** A selection that nobody has coded is one span too. Codings of several people are the work of each. */
const spansOf = (selection: XmlElement, entry: number, ground: QdaGround): DraftSpan[] => {
  const guid = guidOf(selection)
  const quote = attributeOf(selection, 'name')
  const [start, end] = ['startPosition', 'endPosition'].map((name) => Number(attributeOf(selection, name) ?? 'none'))
  const common = {
    fragments: [{ start: start ?? Number.NaN, end: end ?? Number.NaN }],
    features: {},
    at: { entry },
    ...(quote && { quote }),
  }
  const maker = (element: XmlElement) => ground.users.get(guidOf(element, 'creatingUser'))
  const remarks = remarksOn(selection, ground.noteOf)
  const codings = childrenOf(selection, 'Coding').map((coding) => ({
    code: ground.codes.get(guidOf(childOf(coding, 'CodeRef'), 'targetGUID')),
    by: maker(coding) || maker(selection),
    said: remarksOn(coding, ground.noteOf),
  }))
  if (codings.length === 0) codings.push({ code: { guid, layer: 'Selection' }, by: maker(selection), said: '' })
  return codings.flatMap(({ code, by, said }, place): DraftSpan[] => {
    if (!code) {
      ground.problems.push({ entry, reason: 'reference', detail: 'CodeRef' })
      return []
    }
    const note = [remarks, said].filter(Boolean).join('\n')
    return [
      {
        ...common,
        id: place === 0 ? guid : `${guid}#${place + 1}`,
        unit: `${guid} ${by ?? ''}`,
        layer: code.layer,
        ...(by && { annotator: by }),
        ...(note && { note }),
      },
    ]
  })
}
