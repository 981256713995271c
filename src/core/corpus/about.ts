/** A part of the corpus that a figure or a finding is about, so that whoever reads it can go there. */
import { z } from 'zod'
import type { Annotation } from '../annotation.ts'
import type { LineOf } from '../entry-lines.ts'
import { isWithout, lacks } from '../lacks.ts'
import { isOpen, openTasks } from '../open-tasks.ts'
import { annotationType, nonEmptyText, uuid } from '../schema.ts'
import { sourcesOf } from '../sources.ts'
import { dayOf } from './periods.ts'

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const kindOf = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape })

/** Annotations of a kind. */
const aboutAnnotations = [
  kindOf('type', { id: annotationType }),
  /** With it or with what stands under it; so with issues. */
  kindOf('code', { id: uuid }),
  kindOf('issue', { id: uuid }),
  /** As a mention, a source, an addressee or whom a position is toward. */
  kindOf('actor', { id: uuid }),
  kindOf('annotator', { id: uuid }),
  kindOf('lacks', { id: z.enum(lacks), type: annotationType }),
  kindOf('task', { id: z.enum(openTasks) }),
] as const

/** Articles of a kind. */
const aboutArticles = [
  kindOf('outlet', { name: nonEmptyText.nullable() }),
  kindOf('period', { from: day, to: day }),
  kindOf('undated', {}),
  /** Done, with fewer annotations than are asked for. */
  kindOf('bare', {}),
  /** Without an annotation, and not done. */
  kindOf('untouched', {}),
] as const

export const corpusAbout = z.discriminatedUnion('kind', [...aboutAnnotations, ...aboutArticles])
export type CorpusAbout = z.infer<typeof corpusAbout>

/** What is measured of an article beside its annotations. */
export type CorpusArticle = {
  id: string
  outlet?: string | undefined
  /** A date or a timestamp. */
  publishedAt?: string | undefined
  /** Somebody whose work is looked at is done with it. */
  done: boolean
  /** Code points. */
  length: number
  words: number
}

export type CorpusLines = { actor: LineOf; issue: LineOf; code: LineOf }

/** Whether an article belongs to a part that articles make up; undefined where annotations make it up. */
export const articleIn = (
  about: CorpusAbout,
  { outlet, publishedAt, done }: Pick<CorpusArticle, 'outlet' | 'publishedAt' | 'done'>,
  annotations: number,
  few: number,
): boolean | undefined => {
  switch (about.kind) {
    case 'outlet':
      return (outlet ?? null) === about.name
    case 'period':
      return publishedAt !== undefined && dayOf(publishedAt) >= about.from && dayOf(publishedAt) < about.to
    case 'undated':
      return publishedAt === undefined
    case 'bare':
      return done && annotations < few
    case 'untouched':
      return !done && annotations === 0
    default:
      return undefined
  }
}

/** The annotations of an article that make up a part; all, where articles make it up. */
export const annotationsIn = (
  about: CorpusAbout,
  annotations: readonly Annotation[],
  lines: CorpusLines,
): readonly Annotation[] => {
  switch (about.kind) {
    case 'type':
      return annotations.filter(({ type }) => type === about.id)
    case 'annotator':
      return annotations.filter(({ annotatorId }) => annotatorId === about.id)
    case 'code':
      return annotations.filter(({ codes }) => codes.some((id) => lines.code(id).includes(about.id)))
    case 'issue':
      return annotations.filter((one) => issuesOf(one).some((id) => lines.issue(id).includes(about.id)))
    case 'actor': {
      const named = namedActors(annotations, lines.actor)
      return annotations.filter((one) => named(one).includes(about.id))
    }
    case 'lacks':
      return annotations.filter((one) => one.type === about.type && isWithout[about.id](one))
    case 'task':
      return annotations.filter(isOpen[about.id])
    default:
      return annotations
  }
}

export const issuesOf = ({ type, body }: Annotation): readonly string[] =>
  type === 'claim' ? body.issueIds : type === 'position' && body.issueId !== undefined ? [body.issueId] : []

/** The actors that a position's or claim's holders and steps name, as they stand after merges; each once. */
export const speakersIn = (annotations: readonly Annotation[], lineOf: LineOf) => {
  const mentions = new Map(
    annotations.flatMap(({ id, type, body }) =>
      type === 'actor' && body.actorId ? [[id, body.actorId] as const] : [],
    ),
  )
  return (one: Annotation, sources = sourcesOf(one)): string[] => [
    ...new Set(
      sources.flatMap((source) => {
        const id =
          'actor' in source ? source.actor : 'annotation' in source ? mentions.get(source.annotation) : undefined
        return id === undefined ? [] : lineOf(id).slice(0, 1)
      }),
    ),
  ]
}

const namedActors = (annotations: readonly Annotation[], lineOf: LineOf) => {
  const speakers = speakersIn(annotations, lineOf)
  return (one: Annotation): string[] => {
    const { type, body } = one
    if (type === 'actor') return body.actorId === undefined ? [] : lineOf(body.actorId).slice(0, 1)
    const addressees = body.attribution.flatMap((step) => step.addressees ?? [])
    const toward = type === 'position' && body.toward !== undefined ? lineOf(body.toward).slice(0, 1) : []
    return [...speakers(one), ...speakers(one, addressees), ...toward]
  }
}
