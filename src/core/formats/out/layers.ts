/**
 * An article as layers of spans with features, and relations between them, the way INCEpTION and UIMA think. Annotations go out as
 * `webanno.custom.Actor`, `.Position` and `.Claim`, or under the names of a mapping. Offsets are UTF-16 code units.
 */
import type { Annotation } from '../../annotation.ts'
import type { Span } from '../../span.ts'
import type { ForeignValue } from '../foreign.ts'
import { byIdIn, chainText } from './chain-text.ts'
import type { Carried, OutDocument, OutSetting } from './format.ts'
import { codeKeys } from './label.ts'
import type { Ledger } from './ledger.ts'
import type { OutOptions } from './options.ts'
import { spanRelations } from './relations.ts'

type Features = Record<string, ForeignValue>

/** `parts` are the fragments: these formats know only spans in one piece. */
export type LayerSpan = { id: string; layer: string; parts: Span[]; features: Features }

/** Features and a name of its own, or (`slot`) a place in a list that the span it leads from holds, with a role. */
export type LayerRelation = { layer: string; from: string; to: string; features: Features; slot: boolean }

export type Layers = { spans: LayerSpan[]; relations: LayerRelation[] }

/** Of a host's list of what it is joined with. */
export const slotName = 'relations'

export const layersCarry = ({ chains }: OutOptions): Carried => ({
  article: ['text'],
  annotation: [
    ...['articleId', 'type', 'target', 'codes', 'attributes', 'certainty', 'note', 'body.actorId', 'body.mention'],
    ...['body.holders', 'body.issueId', 'body.stance', 'body.strength', 'body.condition', 'body.toward'],
    ...['body.paraphrase', 'body.modality', 'body.issueIds', 'body.evidenceFor'],
    ...(chains === 'none' ? [] : ['body.attribution']),
  ],
  link: ['from', 'to', 'type'],
  actor: ['name'],
  issue: ['name'],
  code: ['key', 'type'],
})

/** Everything is carried but links that join no two of the spans. */
export const layersOf = (document: OutDocument, setting: OutSetting, ledger: Ledger): Layers => {
  const { annotations, everything, index } = document
  const known = byIdIn(everything)
  const spans = annotations.map((annotation): LayerSpan => {
    const parts = annotation.target.fragments.map(({ start, end }) => ({
      start: index.toUtf16(start),
      end: index.toUtf16(end),
    }))
    if (parts.length > 1) ledger.changed('annotation', annotation.id, 'discontinuous')
    return { id: annotation.id, parts, ...namedAs(annotation, known, setting) }
  })
  const layerOf = new Map(spans.map(({ id, layer }) => [id, layer]))
  const relations = spanRelations(document, setting, ledger).map(({ label, from, to, link }): LayerRelation => {
    const renamed = link && setting.renaming?.relation(link)
    const host = layerOf.get(from) ?? ''
    const features = { ...renamed?.attributes, ...renamed?.where }
    // A slot is called `LAYER:FEATURE` where it is read.
    if (renamed?.layer.startsWith(`${host}:`))
      return { layer: renamed.layer, from, to, features: roleIn(features), slot: true }
    if (renamed && host === layerOf.get(to)) return { layer: renamed.layer, from, to, features, slot: false }
    return { layer: `${host}:${slotName}`, from, to, features: { role: label }, slot: true }
  })
  return { spans, relations }
}

const roleIn = ({ role }: Features): Features => (role === undefined ? {} : { role })

/** Layer and features of an annotation. */
const namedAs = (annotation: Annotation, known: ReadonlyMap<string, Annotation>, setting: OutSetting) => {
  const { names, renaming } = setting
  const renamed = renaming?.span(annotation)
  const codes = annotation.codes.filter((id) => names.code(id).id !== renamed?.code)
  const keys = codeKeys({ ...annotation, codes }, names).join('+')
  const said = given({
    ...decided(annotation, known, setting),
    certainty: annotation.certainty === 'sure' ? undefined : annotation.certainty,
    note: annotation.note,
    [renamed ? 'codes' : 'value']: keys,
  })
  const features = {
    ...(renamed?.attributes ?? annotation.attributes),
    ...(renamed?.said(said) ?? said),
    ...renamed?.where,
  }
  return { layer: renamed?.layer ?? nativeLayers[annotation.type], features }
}

const given = (said: Record<string, ForeignValue | undefined>): Features =>
  Object.fromEntries(
    Object.entries(said).filter((one): one is [string, ForeignValue] => one[1] !== undefined && one[1] !== ''),
  )

const nativeLayers = {
  actor: 'webanno.custom.Actor',
  position: 'webanno.custom.Position',
  claim: 'webanno.custom.Claim',
} as const

const decided = (
  annotation: Annotation,
  known: ReadonlyMap<string, Annotation>,
  { names, options }: OutSetting,
): Record<string, ForeignValue | undefined> => {
  if (annotation.type === 'actor') {
    const { actorId, mention } = annotation.body
    return { actor: actorId === undefined ? undefined : names.actor(actorId).name, mention }
  }
  const { attribution } = annotation.body
  const chain = options.chains === 'text' ? chainText(attribution, known, names) : undefined
  const issuesOf = (ids: readonly string[]) => ids.map((id) => names.issue(id).name).join(' | ')
  if (annotation.type === 'claim') {
    const { paraphrase, modality, issueIds } = annotation.body
    return { paraphrase, modality, issue: issuesOf(issueIds), chain }
  }
  const { stance, strength, issueId, condition, toward } = annotation.body
  return {
    stance,
    strength,
    issue: issueId === undefined ? undefined : issuesOf([issueId]),
    condition: condition?.text,
    toward: toward === undefined ? undefined : names.actor(toward).name,
    chain,
  }
}
