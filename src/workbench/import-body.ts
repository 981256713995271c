/** The body of an imported annotation: what its mapping said by names, as entries of the registries. */
import type { Annotation } from '../core/annotation.ts'
import { annotationTypes } from '../core/annotation-types/index.ts'
import type { Attribution } from '../core/attribution.ts'
import type { SaidBody } from '../core/formats/mapped-body.ts'
import type { AnnotationType } from '../core/schema.ts'
import type { ImportRegistry } from './import-registry.ts'

/** Members that the type's body has no place for are no part of a mapping. */
export const bodyFor = (
  registry: ImportRegistry,
  type: AnnotationType,
  { actor, holder, speaker, toward, issue, stance, paraphrase }: SaidBody,
): Annotation['body'] => {
  // Words that say who speaks are not known: a feature is no place in the text.
  const attribution: Attribution = speaker
    ? [{ sources: [{ actor: registry.actor(speaker) }], cue: [], basis: 'context' }]
    : []
  if (type === 'actor')
    return { ...annotationTypes.actor.emptyBody(), ...(actor && { actorId: registry.actor(actor) }) }
  if (type === 'claim') {
    const issueIds = issue ? [registry.issue(issue)] : []
    return { ...annotationTypes.claim.emptyBody(), ...(paraphrase && { paraphrase }), issueIds, attribution }
  }
  return {
    ...annotationTypes.position.emptyBody(),
    holders: holder ? [{ actor: registry.actor(holder) }] : [],
    ...(issue && { issueId: registry.issue(issue) }),
    ...(stance && { stance }),
    ...(toward && { toward: registry.actor(toward) }),
    attribution,
  }
}
