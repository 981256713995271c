/** Label Studio: one JSON list of tasks, the work of each annotator an annotation of the task. Offsets in code points, checked by `text`. */
import type { Annotation } from '../../annotation.ts'
import { byCodeUnit } from '../../canonical.ts'
import { byIdIn, chainText } from './chain-text.ts'
import { fileOf, type OutDocument, type OutFormat, type OutSetting } from './format.ts'
import { labelOf } from './label.ts'
import type { Ledger } from './ledger.ts'
import { spanRelations } from './relations.ts'

export const labelStudio: OutFormat = {
  id: 'labelstudio',
  title: 'Label Studio JSON',
  extension: 'json',
  shape: 'file',
  unit: 'codepoint',
  types: ['actor', 'position', 'claim'],
  options: { chains: ['relations', 'text', 'none'], labels: ['type', 'codes'], mapping: true },
  splits: true,
  people: true,
  carries: ({ chains, labels }) => ({
    article: ['text', 'title', 'outlet', 'publishedAt', 'url'],
    annotation: [
      ...['articleId', 'annotatorId', 'type', 'target', 'note', 'body.mention', 'body.stance', 'body.strength'],
      ...['body.modality', 'body.holders', 'body.evidenceFor'],
      ...(chains === 'none' ? [] : ['body.attribution']),
      ...(labels === 'codes' ? ['codes'] : []),
    ],
    link: ['from', 'to', 'type'],
    ...(labels === 'codes' && { code: ['key', 'type'] }),
    annotator: ['name'],
  }),
  writer: (setting, ledger) => {
    const begun = new Set<string>()
    return {
      *document(document) {
        const file = fileOf(document, 'json')
        yield { file, text: (begun.has(file) ? ',\n' : '[\n') + JSON.stringify(taskOf(document, setting, ledger)) }
        begun.add(file)
      },
      *end() {
        for (const file of begun.size === 0 ? ['data.json'] : begun)
          yield { file, text: begun.size === 0 ? '[]\n' : '\n]\n' }
      },
    }
  },
}

const taskOf = (document: OutDocument, setting: OutSetting, ledger: Ledger) => {
  const { article, annotations } = document
  const known = byIdIn(annotations)
  ledger.carried({ kind: 'article', record: article })
  ledger.lost('link', 'end-not-exported', document.links.filter(({ from }) => !known.has(from)).length)
  const people = [...new Set(annotations.map(({ annotatorId }) => annotatorId))].sort(byCodeUnit)
  return {
    data: {
      text: article.text,
      article: article.id,
      ...(article.title !== undefined && { title: article.title }),
      ...(article.outlet && { outlet: article.outlet.name }),
      ...(article.publishedAt !== undefined && { published_at: article.publishedAt }),
      ...(article.url !== undefined && { url: article.url }),
    },
    annotations: people.map((annotator) => ({
      annotator: setting.names.annotator(annotator).name,
      result: [
        ...annotations
          .filter(({ annotatorId }) => annotatorId === annotator)
          .flatMap((annotation) => regionsOf(annotation, known, setting, ledger)),
        ...spanRelations(workOf(annotator, document), setting, ledger).map(({ label, from, to }) => ({
          type: 'relation',
          from_id: from,
          to_id: to,
          direction: 'right',
          labels: [label],
        })),
      ],
    })),
  }
}

/** Regions belong to one person's work, so that relations join only those of one. */
const workOf = (annotator: string, document: OutDocument): OutDocument => {
  const annotations = document.annotations.filter(({ annotatorId }) => annotatorId === annotator)
  const own = new Set(annotations.map(({ id }) => id))
  return { ...document, annotations, links: document.links.filter(({ from }) => own.has(from)) }
}

/** A region for each fragment; what was decided stands as choices of the first. */
const regionsOf = (
  annotation: Annotation,
  known: ReadonlyMap<string, Annotation>,
  setting: OutSetting,
  ledger: Ledger,
) => {
  const { names, options } = setting
  const { fragments } = annotation.target
  ledger.carried({ kind: 'annotation', record: annotation })
  if (fragments.length > 1) ledger.changed('annotation', annotation.id, 'discontinuous')
  const labels = [labelOf(annotation, setting)]
  const chain =
    options.chains === 'text' && annotation.type !== 'actor' && annotation.body.attribution.length > 0
      ? [chainText(annotation.body.attribution, known, names)]
      : []
  const notes = [...(annotation.note ? [annotation.note] : []), ...chain]
  return fragments.flatMap(({ start, end, quote: text }, i) => {
    const place = { start, end, text }
    const region = { id: i === 0 ? annotation.id : `${annotation.id}-${i + 1}`, to_name: 'text' }
    const meta = i === 0 && notes.length > 0 ? { meta: { text: notes } } : {}
    const label = { ...region, from_name: 'label', type: 'labels', value: { ...place, labels }, ...meta }
    if (i > 0) return [label]
    const choices = Object.entries(choicesOf(annotation)).flatMap(([from_name, choice]) =>
      choice === undefined ? [] : [{ ...region, from_name, type: 'choices', value: { ...place, choices: [choice] } }],
    )
    return [label, ...choices]
  })
}

const choicesOf = ({ type, body }: Annotation): Record<string, string | undefined> => {
  if (type === 'actor') return { mention: body.mention }
  return type === 'position' ? { stance: body.stance, strength: body.strength } : { modality: body.modality }
}
