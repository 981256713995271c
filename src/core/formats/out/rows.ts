/** An article for a data set: one row with its spans and relations. JSON Lines and Parquet say the same. */
import type { Annotation } from '../../annotation.ts'
import { byIdIn, chainText } from './chain-text.ts'
import type { OutDocument, OutSetting } from './format.ts'
import { codeKeys, labelOf, linkLabel } from './label.ts'
import type { Ledger } from './ledger.ts'
import type { Names } from './names.ts'
import type { ShapeOf } from './parquet.ts'
import { relationsIn } from './relations.ts'

/** What is not known is null, so that every row has every column. */
export type OutSpan = {
  id: string
  /** Start of the first fragment and end of the last, in code points. */
  start: number
  end: number
  label: string
  text: string
  fragments: { start: number; end: number }[]
  type: string
  codes: string[]
  attributes: string | null
  annotator: string
  certainty: string
  note: string | null
  origin: string
  actor_id: string | null
  actor: string | null
  mention: string | null
  stance: string | null
  strength: string | null
  condition: string | null
  toward: string | null
  paraphrase: string | null
  modality: string | null
  issues: string[]
  chain: string | null
}

export type OutRelation = {
  id: string | null
  label: string
  head: string
  tail: string | null
  /** 'absent': a span that is not in the row; its tail is null. */
  tail_kind: 'span' | 'actor' | 'implicit' | 'absent'
  step: number | null
  mode: string | null
  basis: string | null
}

export type OutRow = {
  id: string
  text: string
  title: string | null
  outlet: string | null
  author: string | null
  published_at: string | null
  url: string | null
  language: string | null
  licence: string | null
  spans: OutSpan[]
  relations: OutRelation[]
}

const spanColumns: ShapeOf<OutSpan> = {
  id: 'text',
  start: 'int32',
  end: 'int32',
  label: 'text',
  text: 'text',
  fragments: [{ start: 'int32', end: 'int32' }],
  type: 'text',
  codes: ['text'],
  attributes: 'text?',
  annotator: 'text',
  certainty: 'text',
  note: 'text?',
  origin: 'text',
  actor_id: 'text?',
  actor: 'text?',
  mention: 'text?',
  stance: 'text?',
  strength: 'text?',
  condition: 'text?',
  toward: 'text?',
  paraphrase: 'text?',
  modality: 'text?',
  issues: ['text'],
  chain: 'text?',
}

const relationColumns: ShapeOf<OutRelation> = {
  id: 'text?',
  label: 'text',
  head: 'text',
  tail: 'text?',
  tail_kind: 'text',
  step: 'int32?',
  mode: 'text?',
  basis: 'text?',
}

/** The columns of Parquet, in the order of the row's members. */
export const rowColumns: ShapeOf<OutRow> = {
  id: 'text',
  text: 'text',
  title: 'text?',
  outlet: 'text?',
  author: 'text?',
  published_at: 'text?',
  url: 'text?',
  language: 'text?',
  licence: 'text?',
  spans: [spanColumns],
  relations: [relationColumns],
}

/** Everything of it is carried, except links whose end is not in the row. */
export const rowOf = (document: OutDocument, setting: OutSetting, ledger: Ledger): OutRow => {
  const { article, annotations } = document
  const known = byIdIn(annotations)
  ledger.carried({ kind: 'article', record: article })
  return {
    id: article.id,
    text: article.text,
    title: article.title ?? null,
    outlet: article.outlet?.name ?? null,
    author: article.author ?? null,
    published_at: article.publishedAt ?? null,
    url: article.url ?? null,
    language: article.language ?? null,
    licence: article.licence ?? null,
    spans: annotations.map((annotation) => {
      ledger.carried({ kind: 'annotation', record: annotation })
      return spanOf(annotation, known, setting)
    }),
    relations: [
      ...annotations.flatMap((one) => stated(one, known, setting, ledger)),
      ...linked(document, known, setting, ledger),
    ],
  }
}

type Known = ReadonlyMap<string, Annotation>

const spanOf = (annotation: Annotation, known: Known, setting: OutSetting): OutSpan => {
  const { names, options } = setting
  const { target, type, attributes } = annotation
  const { fragments } = target
  return {
    id: annotation.id,
    start: fragments[0]?.start ?? 0,
    end: fragments.at(-1)?.end ?? 0,
    label: labelOf(annotation, setting),
    text: fragments.map(({ quote }) => quote).join(' '),
    fragments: fragments.map(({ start, end }) => ({ start, end })),
    type,
    codes: codeKeys(annotation, names),
    attributes: Object.keys(attributes).length === 0 ? null : JSON.stringify(attributes),
    annotator: names.annotator(annotation.annotatorId).name,
    certainty: annotation.certainty,
    note: annotation.note ?? null,
    origin: annotation.origin,
    ...decided(annotation, names),
    chain:
      options.chains === 'text' && annotation.type !== 'actor' && annotation.body.attribution.length > 0
        ? chainText(annotation.body.attribution, known, names)
        : null,
  }
}

/** What was decided of an annotation of any type; what its type does not know is null. */
const decided = (annotation: Annotation, names: Names) => {
  const actor = annotation.type === 'actor' ? annotation.body : {}
  const position = annotation.type === 'position' ? annotation.body : undefined
  const claim = annotation.type === 'claim' ? annotation.body : undefined
  const entry = actor.actorId === undefined ? undefined : names.actor(actor.actorId)
  const issues = claim?.issueIds ?? (position?.issueId === undefined ? [] : [position.issueId])
  return {
    actor_id: entry?.id ?? null,
    actor: entry?.name ?? null,
    mention: actor.mention ?? null,
    stance: position?.stance ?? null,
    strength: position?.strength ?? null,
    condition: position?.condition?.text ?? null,
    toward: position?.toward === undefined ? null : names.actor(position.toward).name,
    paraphrase: claim?.paraphrase ?? null,
    modality: claim?.modality ?? null,
    issues: issues.map((id) => names.issue(id).name),
  }
}

const stated = (annotation: Annotation, known: Known, { options, names }: OutSetting, ledger: Ledger): OutRelation[] =>
  relationsIn(annotation, options.chains).map(({ label, from, to, step }) => {
    if ('annotation' in to && !known.has(to.annotation)) ledger.changed('annotation', from, 'source-not-span')
    const { mode, basis } =
      (annotation.type !== 'actor' && step !== undefined && annotation.body.attribution[step]) || {}
    return {
      id: null,
      label,
      head: from,
      ...tailOf(to, known, names),
      step: step ?? null,
      mode: mode ?? null,
      basis: basis ?? null,
    }
  })

const linked = ({ links }: OutDocument, known: Known, setting: OutSetting, ledger: Ledger): OutRelation[] =>
  links.flatMap((link) => {
    const isHere = known.has(link.from) && ('actor' in link.to || known.has(link.to.annotation))
    if (!isHere) {
      ledger.lost('link', 'end-not-exported')
      return []
    }
    ledger.carried({ kind: 'link', record: link })
    return [
      {
        id: link.id,
        label: linkLabel(link, setting),
        head: link.from,
        ...tailOf(link.to, known, setting.names),
        step: null,
        mode: null,
        basis: null,
      },
    ]
  })

const tailOf = (
  to: { annotation: string } | { actor: string } | { implicit: true },
  known: Known,
  names: Names,
): Pick<OutRelation, 'tail' | 'tail_kind'> => {
  if ('annotation' in to) {
    return known.has(to.annotation) ? { tail: to.annotation, tail_kind: 'span' } : { tail: null, tail_kind: 'absent' }
  }
  if ('actor' in to) return { tail: names.actor(to.actor).id, tail_kind: 'actor' }
  return { tail: null, tail_kind: 'implicit' }
}
