/** W3C Web Annotation (JSON-LD): a page of annotations beside each article's text, each found by its words and by its place in code points. */
import type { Annotation } from '../../annotation.ts'
import { keyIdOf } from '../../ids.ts'
import { byIdIn, chainText } from './chain-text.ts'
import type { OutDocument, OutFormat, OutSetting } from './format.ts'
import { codeKeys } from './label.ts'
import { pathOf } from './names.ts'

export const w3c: OutFormat = {
  id: 'w3c',
  title: 'W3C Web Annotation JSON-LD',
  extension: 'jsonld',
  shape: 'folder',
  unit: 'codepoint',
  types: ['actor', 'position', 'claim'],
  options: { chains: ['text', 'none'] },
  splits: true,
  people: true,
  carries: ({ chains }) => ({
    article: ['text', 'url'],
    annotation: [
      ...['articleId', 'annotatorId', 'type', 'target', 'codes', 'note', 'body.actorId', 'body.stance'],
      ...['body.paraphrase', 'body.modality'],
      ...(chains === 'none' ? [] : ['body.attribution']),
    ],
    actor: ['name'],
    code: ['key', 'type'],
    annotator: ['name'],
  }),
  writer: (setting, ledger) => ({
    *document(document) {
      const { article, annotations, links } = document
      ledger.lost('link', 'no-place', links.length)
      ledger.carried({ kind: 'article', record: article })
      for (const annotation of annotations) ledger.carried({ kind: 'annotation', record: annotation })
      const known = byIdIn(document.everything)
      const items = annotations.map((annotation) => JSON.stringify(itemOf(annotation, document, known, setting)))
      const place = pathOf(document)
      yield { file: `${place}.txt`, text: article.text }
      yield { file: `${place}.jsonld`, text: `${opening(document, setting)}${items.join(',\n')}\n]}\n` }
    },
  }),
}

const opening = ({ article }: OutDocument, { project }: OutSetting): string =>
  `{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:uuid:${keyIdOf(`page:${project.id}:${article.id}`)}","type":"AnnotationPage","items":[\n`

type Known = ReadonlyMap<string, Annotation>

const itemOf = (annotation: Annotation, { article }: OutDocument, known: Known, { names, options }: OutSetting) => {
  const source = article.url ?? `urn:${article.id}`
  const { fragments, prefix, suffix } = annotation.target
  const targets = fragments.map(({ start, end, quote }, i) => ({
    type: 'SpecificResource',
    source,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: quote,
        ...(i === 0 && { prefix }),
        ...(i === fragments.length - 1 && { suffix }),
      },
      { type: 'TextPositionSelector', start, end },
    ],
  }))
  const [only] = targets
  return {
    id: `urn:uuid:${annotation.id}`,
    type: 'Annotation',
    created: annotation.createdAt,
    modified: annotation.modifiedAt,
    creator: { id: `urn:uuid:${annotation.annotatorId}`, name: names.annotator(annotation.annotatorId).name },
    motivation: 'tagging',
    body: bodiesOf(annotation, known, { names, options }),
    target: targets.length === 1 ? only : { type: 'Composite', items: targets },
  }
}

const bodiesOf = (annotation: Annotation, known: Known, { names, options }: Pick<OutSetting, 'names' | 'options'>) => {
  const tag = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value })
  const words = (purpose: string, value: string | undefined) =>
    value ? [{ type: 'TextualBody', purpose, format: 'text/plain', value }] : []
  const chain =
    options.chains === 'text' && annotation.type !== 'actor' ? chainText(annotation.body.attribution, known, names) : ''
  return [
    tag(annotation.type),
    ...codeKeys(annotation, names).map(tag),
    ...decisionsOf(annotation).map(tag),
    ...actorOf(annotation, names),
    ...words('describing', annotation.type === 'claim' ? annotation.body.paraphrase : undefined),
    ...words('describing', chain),
    ...words('commenting', annotation.note),
  ]
}

const decisionsOf = (annotation: Annotation): string[] => {
  const decided =
    annotation.type === 'position'
      ? annotation.body.stance
      : annotation.type === 'claim'
        ? annotation.body.modality
        : undefined
  return decided === undefined ? [] : [decided]
}

const actorOf = (annotation: Annotation, names: OutSetting['names']) => {
  if (annotation.type !== 'actor' || annotation.body.actorId === undefined) return []
  const { id, name } = names.actor(annotation.body.actorId)
  return [{ type: 'SpecificResource', source: `urn:uuid:${id}`, purpose: 'identifying', name }]
}
