/** Who stands for an annotation in a network: its holder, the first who said so, or the outlet that passes it on. */
import type { Annotation } from '../../annotation.ts'
import type { Article } from '../../article.ts'
import type { Source } from '../../attribution.ts'
import { keyIdOf } from '../../ids.ts'
import type { ActorType } from '../../registries.ts'
import type { Names } from './names.ts'
import type { NodeForm } from './options.ts'

export type NetworkNode = { id: string; name: string; kind: 'actor' | 'issue'; actorType?: ActorType }

type Said = Exclude<Annotation, { type: 'actor' }>

/** Each once; `isWhole` is false where somebody among them is not named, or by words that mean nobody in the registry. */
export const nodesOf = (
  annotation: Said,
  form: NodeForm,
  { article, known, names }: { article: Article; known: ReadonlyMap<string, Annotation>; names: Names },
): { nodes: NetworkNode[]; isWhole: boolean } => {
  const sources = sourcesOf(annotation, form)
  if (form === 'outlet' && sources.length === 0) {
    const outlet = outletOf(article, names)
    return { nodes: outlet ? [outlet] : [], isWhole: outlet !== undefined }
  }
  const nodes = new Map<string, NetworkNode>()
  let isWhole = sources.length > 0
  for (const source of sources) {
    const id = actorIn(source, known)
    if (id === undefined) isWhole = false
    else {
      const named = names.actor(id)
      nodes.set(named.id, { ...named, kind: 'actor' })
    }
  }
  return { nodes: [...nodes.values()], isWhole }
}

/** Who holds a position speaks for themselves where there is no chain; of a claim nobody is the holder but who makes it. */
const sourcesOf = ({ type, body }: Said, form: NodeForm): readonly Source[] => {
  const [first] = body.attribution
  const last = body.attribution.at(-1)
  if (form === 'outlet') return last && (last !== first || last.basis === 'publisher') ? last.sources : []
  if (type === 'position' && (form === 'holder' || !first)) return body.holders
  return first?.sources ?? []
}

const actorIn = (source: Source, known: ReadonlyMap<string, Annotation>): string | undefined => {
  if ('implicit' in source) return undefined
  if ('actor' in source) return source.actor
  const mention = known.get(source.annotation)
  return mention?.type === 'actor' ? mention.body.actorId : undefined
}

const outletOf = ({ outlet }: Article, names: Names): NetworkNode | undefined => {
  if (!outlet) return undefined
  if (outlet.actorId !== undefined) return { ...names.actor(outlet.actorId), kind: 'actor' }
  return { id: keyIdOf(`outlet:${outlet.name}`), name: outlet.name, kind: 'actor', actorType: 'outlet' }
}
