/** Chains of attribution in words, for formats without relations. */
import type { Annotation } from '../../annotation.ts'
import type { Attribution, Source } from '../../attribution.ts'
import type { Names } from './names.ts'

/** What a source is called: the actor it means, else the words that name it; `?` where the text names nobody or the words are elsewhere. */
export const sourceName = (source: Source, annotations: ReadonlyMap<string, Annotation>, names: Names): string => {
  if ('implicit' in source) return '?'
  if ('actor' in source) return names.actor(source.actor).name
  const mention = annotations.get(source.annotation)
  if (!mention) return '?'
  if (mention.type === 'actor' && mention.body.actorId) return names.actor(mention.body.actorId).name
  return quoteOf(mention)
}

/** `Putin → TASS → The Guardian`: the innermost speaker first; several of one step are joined by ` & `. */
export const chainText = (
  attribution: Attribution,
  annotations: ReadonlyMap<string, Annotation>,
  names: Names,
): string =>
  attribution
    .map(({ sources }) => sources.map((source) => sourceName(source, annotations, names)).join(' & '))
    .join(' → ')

/** The quoted words, fragments joined by ` … `. */
export const quoteOf = ({ target }: Annotation): string => target.fragments.map(({ quote }) => quote).join(' … ')

export const byIdIn = (annotations: readonly Annotation[]): Map<string, Annotation> =>
  new Map(annotations.map((annotation) => [annotation.id, annotation]))
