/** The annotation types; a new one is a file beside this and a line here. */
import type { AnnotationType } from '../schema.ts'
import { actorType } from './actor.ts'
import { claimType } from './claim.ts'
import { positionType } from './position.ts'

export const annotationTypes = { actor: actorType, position: positionType, claim: claimType } as const

export const annotationTypeList: readonly AnnotationType[] = ['actor', 'position', 'claim']
