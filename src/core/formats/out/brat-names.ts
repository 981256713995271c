/** What annotations and links are called in brat: types, roles of ends, attributes. */
import type { Annotation } from '../../annotation.ts'
import type { Link } from '../../records.ts'
import { ends } from '../brat.ts'
import type { ForeignValue } from '../foreign.ts'
import type { OutSetting } from './format.ts'
import { codeKeys, labelOf } from './label.ts'
import type { Names } from './names.ts'
import { type Decisions, nameOf, type Renamed } from './renaming.ts'

type Features = Record<string, ForeignValue>

/** brat's names have no white space and little punctuation. */
export const word = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '_')
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** What brat has as its types goes out as they were, labels that were kept in a feature as attributes; other layers go by their labels. */
const isType = ({ layer }: Renamed): boolean => layer === word(layer)
const typeOf = (renamed: Renamed): string => word(isType(renamed) ? renamed.layer : nameOf(renamed))
const labelsOf = (renamed: Renamed | undefined): Features => (renamed && isType(renamed) ? renamed.where : {})

export const spanType = (annotation: Annotation, setting: OutSetting): string => {
  const renamed = setting.renaming?.span(annotation)
  return renamed ? typeOf(renamed) : word(labelOf(annotation, setting))
}

/** @param label of what comes of no link, or of one that the mapping knows nothing of */
export const relationOf = (label: string, link: Link | undefined, { renaming }: OutSetting) => {
  const renamed = link && renaming?.relation(link)
  const {
    [ends[0]]: from = ends[0],
    [ends[1]]: to = ends[1],
    ...attributes
  } = renamed?.attributes ?? link?.attributes ?? {}
  return {
    type: renamed ? typeOf(renamed) : word(label),
    roles: [from, to].map((role) => word(String(role))),
    attributes: { ...labelsOf(renamed), ...attributes },
  }
}

/** Decisions, codes that the label does not say, and the codebook's attributes. */
export const attributesOf = (annotation: Annotation, { names, renaming }: OutSetting): Features => {
  const renamed = renaming?.span(annotation)
  const { stance } = renamed?.rule ?? {}
  const said: Record<string, string | undefined> = {
    ...(annotation.type === 'actor' && { Mention: annotation.body.mention }),
    ...(annotation.type === 'position' && {
      Stance: stance ? undefined : annotation.body.stance,
      Strength: annotation.body.strength,
    }),
    ...(annotation.type === 'claim' && { Modality: annotation.body.modality }),
    Certainty: renaming && annotation.certainty === 'sure' ? undefined : annotation.certainty,
  }
  const codes = annotation.codes.filter((id) => names.code(id).id !== renamed?.code)
  return {
    ...Object.fromEntries(Object.entries(said).filter((one): one is [string, string] => one[1] !== undefined)),
    ...Object.fromEntries(codeKeys({ ...annotation, codes }, names).map((key) => [`Code-${key}`, true])),
    ...labelsOf(renamed),
    ...renamed?.told(decisionsOf(annotation, names)),
    ...(renamed?.attributes ?? annotation.attributes),
  }
}

const decisionsOf = (annotation: Annotation, names: Names): Decisions => {
  if (annotation.type === 'actor') return {}
  const actorOf = (sources: readonly object[] | undefined) => {
    const [id] = (sources ?? []).flatMap((source) => ('actor' in source ? [String(source.actor)] : []))
    return id === undefined ? undefined : names.actor(id)
  }
  const { body } = annotation
  const [issue] = 'issueIds' in body ? body.issueIds : [body.issueId]
  const [holder, speaker] = [actorOf('holders' in body ? body.holders : []), actorOf(body.attribution[0]?.sources)]
  return {
    ...('stance' in body && body.stance && { stance: body.stance }),
    ...('paraphrase' in body && body.paraphrase !== undefined && { paraphrase: body.paraphrase }),
    ...(issue !== undefined && { issue: names.issue(issue).name }),
    ...(holder && { holder }),
    ...(speaker && { speaker }),
    ...('toward' in body && body.toward !== undefined && { toward: names.actor(body.toward) }),
  }
}

export const choices: Record<string, string[]> = {
  Certainty: ['sure', 'unsure'],
  Mention: ['name', 'nominal', 'pronoun', 'metonym', 'adjective'],
  Stance: ['support', 'oppose', 'neutral', 'ambiguous'],
  Strength: ['firm', 'hedged'],
  Modality: [
    ...['asserted', 'denied', 'predicted', 'surmised', 'evaluated'],
    ...['demanded', 'proposed', 'promised', 'threatened', 'questioned'],
  ],
}
