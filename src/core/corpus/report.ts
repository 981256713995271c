/**
 * What a corpus is made of, counted. Lengths are Unicode code points, or words where it says so: runs of letters and digits of any
 * script, joined by hyphens and apostrophes; a script without spaces has one word a run.
 */
import type { OpenTask } from '../open-tasks.ts'
import type { AnnotationType, Label } from '../schema.ts'
import type { Distribution } from './distribution.ts'
import type { Period, PeriodUnit } from './periods.ts'
import type { Tally } from './tally.ts'

/** `coded`: whether the codebook has codes for the type. */
export type TypeCount = Tally & { type: AnnotationType; withoutCode: number; coded: boolean }

/** `count` is of the code itself; `within`, articles and annotators are with those under it, each annotation once. */
export type CodeCount = Tally & {
  id: string
  type: AnnotationType
  key: string
  label: Label
  within: number
  retired: boolean
}

/** `done`: articles that person is done with. */
export type PersonCount = { id: string; name: string; count: number; articles: number; done: number }

/** What is not known is null. */
export type OutletCount = { name: string | null; articles: number; annotations: number }

export type PeriodCount = Period & { articles: number; annotations: number }

/** Positions by stance, and claims; of the issue itself. `within` is both, with the issues under it. */
export type IssueCount = {
  /** Null for positions without an issue. */
  id: string | null
  name: string | null
  support: number
  oppose: number
  neutral: number
  ambiguous: number
  undecided: number
  claims: number
  within: number
}

/** Annotations that mention the actor, and positions and claims that are held or passed on by it; in how many articles either. */
export type ActorCount = { id: string; name: string; mentions: number; speaking: number; articles: number }

export type CorpusCounts = {
  articles: number
  /** Those somebody is done with whose work is looked at. */
  done: number
  annotations: number
  types: TypeCount[]
  codes: CodeCount[]
  annotators: PersonCount[]
  outlets: OutletCount[]
  periods: { unit: PeriodUnit; list: PeriodCount[]; undated: { articles: number; annotations: number } }
  lengths: {
    characters: Distribution
    words: Distribution
    /** An annotation's fragments together. */
    spans: Record<AnnotationType, Distribution>
    /** Steps of attribution. */
    chains: Record<'position' | 'claim', Distribution>
  }
  /** By how many positions there are, then by all there is; what has no issue comes last. */
  issues: IssueCount[]
  /** The most named, by mentions. */
  actors: ActorCount[]
  /** How many actors are named at all. */
  actorsNamed: number
  tasks: Record<OpenTask, number>
  /** Done with fewer annotations than were asked for; neither annotated nor done. */
  bare: number
  untouched: number
}
