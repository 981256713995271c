/** Everything in an article that leads from one annotation to another, or to an actor: links, holders, evidence, chains. */
import type { Annotation } from '../../annotation.ts'
import type { Source } from '../../attribution.ts'
import type { Link } from '../../records.ts'
import type { OutDocument, OutSetting } from './format.ts'
import { linkLabel } from './label.ts'
import type { Ledger } from './ledger.ts'
import type { ChainForm } from './options.ts'

export type Relation = {
  label: string
  from: string
  to: Source
  /** Place in the chain, the innermost speaker first. */
  step?: number
}

/** Relations that an annotation's body states. */
export const relationsIn = (annotation: Annotation, chains: ChainForm): Relation[] => {
  if (annotation.type === 'actor') return []
  const { id: from, body } = annotation
  const own: Relation[] =
    annotation.type === 'position'
      ? annotation.body.holders.map((to) => ({ label: 'holder', from, to }))
      : annotation.body.evidenceFor.map((to) => ({ label: 'evidence', from, to: { annotation: to } }))
  if (chains !== 'relations') return own
  const chain = body.attribution.flatMap(({ sources }, step) =>
    sources.map((to): Relation => ({ label: step === 0 ? 'speaker' : 'relay', from, to, step })),
  )
  return [...own, ...chain]
}

/** `link` is there where it comes of one, and not of an annotation's body. */
export type SpanRelation = { label: string; from: string; to: string; link?: Link }

/**
 * For formats whose relations join two spans: what joins two of the document's annotations. The rest is told to the ledger;
 * links that are handed back are carried.
 */
export const spanRelations = (
  document: OutDocument,
  setting: Pick<OutSetting, 'options' | 'renaming'>,
  ledger: Ledger,
): SpanRelation[] => {
  const here = new Set(document.annotations.map(({ id }) => id))
  const list: SpanRelation[] = []
  for (const annotation of document.annotations) {
    for (const { label, from, to } of relationsIn(annotation, setting.options.chains)) {
      if ('annotation' in to && here.has(to.annotation)) list.push({ label, from, to: to.annotation })
      else ledger.changed('annotation', from, 'source-not-span')
    }
  }
  for (const link of document.links) {
    if (!('annotation' in link.to)) ledger.lost('link', 'actor-end')
    else if (!here.has(link.from) || !here.has(link.to.annotation)) ledger.lost('link', 'end-not-exported')
    else {
      ledger.carried({ kind: 'link', record: link })
      list.push({ label: linkLabel(link, setting), from: link.from, to: link.to.annotation, link })
    }
  }
  return list
}
