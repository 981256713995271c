/** Counts of annotations: what they are, by whom, with which codes, about what, said by whom. */

import type { Annotation } from '../annotation.ts'
import { annotationTypeList } from '../annotation-types/index.ts'
import type { Code } from '../codebook.ts'
import type { LineOf } from '../entry-lines.ts'
import { isWithout } from '../lacks.ts'
import { codePointLength } from '../offsets.ts'
import { isOpen, openTasks } from '../open-tasks.ts'
import type { AnnotationType } from '../schema.ts'
import { treeOrder } from '../tree-order.ts'
import { type CorpusLines, issuesOf, speakersIn } from './about.ts'
import { distributionOf } from './distribution.ts'
import type { CorpusEntries } from './measure.ts'
import type { ActorCount, CodeCount, CorpusCounts, IssueCount, PersonCount, TypeCount } from './report.ts'
import { newTallies, type Tallies } from './tally.ts'

type AnnotationCounts = Pick<
  CorpusCounts,
  'annotations' | 'types' | 'codes' | 'issues' | 'actors' | 'actorsNamed' | 'tasks'
> & {
  annotators: Omit<PersonCount, 'done'>[]
  lengths: Pick<CorpusCounts['lengths'], 'spans' | 'chains'>
}

/** More actors than these nobody reads through. */
const mostActors = 100

export const countAnnotations = (entries: CorpusEntries, lines: CorpusLines) => {
  const types = newTallies()
  const people = newTallies()
  const codes = { own: newTallies(), within: newTallies() }
  const issues = { own: newTallies(), within: newTallies() }
  const actors = { mentions: newTallies(), speaking: newTallies(), either: newTallies() }
  const spans: Record<AnnotationType, number[]> = { actor: [], position: [], claim: [] }
  const chains: Record<'position' | 'claim', number[]> = { position: [], claim: [] }
  const withoutCode: Record<AnnotationType, number> = { actor: 0, position: 0, claim: 0 }
  const tasks = { unlinked: 0, unsourced: 0, unsure: 0, orphan: 0 }
  const names = new Map(entries.actors.map(({ id, name }) => [id, name]))

  const addOne = (one: Annotation, speakers: string[]) => {
    const { type, annotatorId, articleId, body } = one
    const add = (tallies: Tallies, names: Iterable<string>) => {
      for (const name of new Set(names)) tallies.add(name, articleId, annotatorId)
    }
    add(types, [type])
    add(people, [annotatorId])
    spans[type].push(one.target.fragments.reduce((sum, { quote }) => sum + codePointLength(quote), 0))
    if (isWithout.code(one)) withoutCode[type] += 1
    for (const task of openTasks) if (isOpen[task](one)) tasks[task] += 1
    add(codes.own, goals(one.codes, lines.code))
    add(codes.within, one.codes.flatMap(lines.code))
    if (type === 'actor') {
      const mentioned = body.actorId === undefined ? [] : goals([body.actorId], lines.actor)
      add(actors.mentions, mentioned)
      return add(actors.either, mentioned)
    }
    chains[type].push(body.attribution.length)
    add(actors.speaking, speakers)
    add(actors.either, speakers)
    const what = type === 'claim' ? 'claims' : (body.stance ?? 'undecided')
    const about = goals(issuesOf(one), lines.issue)
    add(
      issues.own,
      (about.length > 0 || type === 'claim' ? about : ['']).map((id) => `${what}:${id}`),
    )
    add(issues.within, issuesOf(one).flatMap(lines.issue))
  }

  return {
    add: (annotations: readonly Annotation[]): void => {
      const speakers = speakersIn(annotations, lines.actor)
      for (const one of annotations) addOne(one, speakers(one))
    },
    counts: (): AnnotationCounts => ({
      annotations: annotationTypeList.reduce((sum, type) => sum + types.of(type).count, 0),
      types: annotationTypeList.map((type): TypeCount => {
        const coded = entries.codes.some((code) => code.type === type && code.mergedInto === undefined)
        return { type, ...types.of(type), withoutCode: withoutCode[type], coded }
      }),
      codes: treeOf(entries.codes.filter(stands)).map(({ id, type, key, label, retired = false }): CodeCount => {
        const { count: within, articles, annotators } = codes.within.of(id)
        return { id, type, key, label, count: codes.own.of(id).count, within, articles, annotators, retired }
      }),
      annotators: entries.annotators.map(({ id, name }) => {
        const { count, articles } = people.of(id)
        return { id, name, count, articles }
      }),
      issues: issueCounts(entries.issues.filter(stands), issues),
      actors: actors.either
        .ranked()
        .map((id): ActorCount => {
          const { articles } = actors.either.of(id)
          return {
            id,
            name: names.get(id) ?? id,
            mentions: actors.mentions.of(id).count,
            speaking: actors.speaking.of(id).count,
            articles,
          }
        })
        .sort((a, b) => b.mentions - a.mentions)
        .slice(0, mostActors),
      actorsNamed: actors.either.ranked().length,
      tasks,
      lengths: {
        spans: {
          actor: distributionOf(spans.actor),
          position: distributionOf(spans.position),
          claim: distributionOf(spans.claim),
        },
        chains: { position: distributionOf(chains.position), claim: distributionOf(chains.claim) },
      },
    }),
  }
}

/** By type, each code before those under it; those in a circle, which merges may bring, at the end. */
const treeOf = (codes: readonly Code[]): Code[] => {
  const known = new Set(codes.map(({ id }) => id))
  const under = Map.groupBy([...codes].sort(treeOrder), ({ parent }) => (parent && known.has(parent) ? parent : ''))
  const walk = (id: string): Code[] => (under.get(id) ?? []).flatMap((code) => [code, ...walk(code.id)])
  const all = [...new Set([...walk(''), ...codes])]
  return annotationTypeList.flatMap((type) => all.filter((code) => code.type === type))
}

/** What ids stand for after merges. */
const goals = (ids: readonly string[], lineOf: LineOf): string[] => ids.map((id) => lineOf(id)[0] ?? id)

const stands = ({ mergedInto }: { mergedInto?: string | undefined }): boolean => mergedInto === undefined

const issueCounts = (
  issues: CorpusEntries['issues'],
  { own, within }: { own: Tallies; within: Tallies },
): IssueCount[] => {
  const of = (id: string, what: string) => own.of(`${what}:${id}`).count
  const countOf = (id: string, name: string | null): IssueCount => {
    const stances = {
      support: of(id, 'support'),
      oppose: of(id, 'oppose'),
      neutral: of(id, 'neutral'),
      ambiguous: of(id, 'ambiguous'),
      undecided: of(id, 'undecided'),
    }
    const count = { id: id || null, name, ...stances, claims: of(id, 'claims'), within: within.of(id).count }
    return id ? count : { ...count, within: positionsOf(count) }
  }
  const listed = issues
    .map(({ id, name }) => countOf(id, name))
    .sort((a, b) => positionsOf(b) - positionsOf(a) || b.within - a.within)
  const without = countOf('', null)
  return without.within > 0 ? [...listed, without] : listed
}

const positionsOf = ({ support, oppose, neutral, ambiguous, undecided }: Omit<IssueCount, 'id' | 'name'>): number =>
  support + oppose + neutral + ambiguous + undecided
