/** Annotations of an article: listed, added, changed, removed; `contract.ts` joins these calls to the others. */
import { z } from 'zod'
import type { Annotation } from '../core/annotation.ts'
import {
  type AnnotationType,
  annotationType,
  attributeValues,
  certainty,
  nonEmptyText,
  sha256,
  uuid,
} from '../core/schema.ts'
import {
  type BodyDraft,
  bodyDraft,
  type NewEntries,
  newEntries,
  type Removal,
  removal,
  span,
} from './contract-model.ts'

export interface AnnotationCalls {
  /**
   * An article's annotations by (start of the first fragment, −end of the last, type, id): all of them, those of `ids`
   * that stand (after a `changed` event named them), or a page of the list (so that a window never unpacks 20,000 at once).
   */
  annotations(articleId: string, part?: AnnotationPart): Annotation[]
  addAnnotation(draft: AnnotationDraft): Annotation
  /**
   * Changes members of one's own annotation; a member set to null is removed. Of another's it makes one's own copy. References
   * that are new are checked ('not-found'; 'bad-request' where they lead to the wrong type), those that stood there stay.
   */
  updateAnnotation(annotationId: string, change: AnnotationChange): Annotation
  /** The same annotation once more, without its links. */
  duplicateAnnotation(annotationId: string, newId?: string): Annotation
  /**
   * Parts an annotation in two at an offset, or a discontinuous one into its fragments, each with all that was said of the
   * whole; the first keeps id and links. Fails with 'bad-request' where there is nothing to part.
   */
  splitAnnotation(annotationId: string, at?: number): Annotation[]
  /** With their links; what else refers to them (holders, sources, evidence) stays, dangling, unless `detach` takes it away too. */
  removeAnnotations(annotationIds: string[], how?: Removal): void
}

/** A new annotation; fragments in text order. The caller may choose the id, to paint before the write is acknowledged. */
export type AnnotationDraft = {
  id?: string
  articleId: string
  type: AnnotationType
  fragments: { start: number; end: number }[]
  codes?: string[]
  attributes?: Record<string, string | number | boolean>
  body?: BodyDraft
  certainty?: 'sure' | 'unsure'
  note?: string
}

export type AnnotationPart = { ids: string[] } | { skip: number; limit: number }

/** What is given replaces what stood there, whole: all codes, all attribute values, the body of the (new) type, all fragments. */
export type AnnotationChange = {
  certainty?: 'sure' | 'unsure'
  note?: string | null
  type?: AnnotationType
  codes?: string[]
  attributes?: Record<string, string | number | boolean>
  body?: BodyDraft
  /** In text order. */
  fragments?: { start: number; end: number }[]
  /** Actors and issues that the body refers to and that are not in the registries yet. */
  entries?: NewEntries
}

const draft = z.strictObject({
  id: uuid.optional(),
  articleId: sha256,
  type: annotationType,
  fragments: z.array(span).min(1),
  codes: z.array(uuid).optional(),
  attributes: attributeValues.optional(),
  body: bodyDraft.optional(),
  certainty: certainty.optional(),
  note: nonEmptyText.optional(),
})

const annotationChange = z.strictObject({
  certainty: certainty.optional(),
  note: nonEmptyText.nullish(),
  type: annotationType.optional(),
  codes: z.array(uuid).optional(),
  attributes: attributeValues.optional(),
  body: bodyDraft.optional(),
  fragments: z.array(span).min(1).optional(),
  entries: newEntries.optional(),
})

/** The arguments of these calls. */
export const annotationSchemas: { [K in keyof AnnotationCalls]: z.ZodType<Parameters<AnnotationCalls[K]>> } = {
  annotations: z.tuple([
    sha256,
    z
      .union([z.strictObject({ ids: z.array(uuid) }), z.strictObject({ skip: z.int().min(0), limit: z.int().min(1) })])
      .optional(),
  ]),
  addAnnotation: z.tuple([draft]),
  updateAnnotation: z.tuple([uuid, annotationChange]),
  duplicateAnnotation: z.tuple([uuid, uuid.optional()]),
  splitAnnotation: z.tuple([uuid, z.int().min(0).optional()]),
  removeAnnotations: z.tuple([z.array(uuid).min(1), removal.optional()]),
}

export const annotationActions = ['annotation.add', 'annotation.update', 'annotation.remove'] as const
