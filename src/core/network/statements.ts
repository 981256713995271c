/**
 * Who says what about which issue, counted: what networks of actors and issues are made of. Stances are numbers in [−1, 1]; what has
 * none is counted by itself and takes no part in measures of agreement.
 */
import type { Stance } from '../annotation-types/position.ts'

/** One position on one issue, or a claim about it, as said by one node: a holder, a speaker or an outlet. */
export type Statement = {
  node: string
  issue: string
  article: string
  /** Absent where nobody has decided, and of claims. */
  stance?: Stance | undefined
  conditional: boolean
}

export type Tally = {
  support: number
  oppose: number
  neutral: number
  ambiguous: number
  /** Without a stance. */
  undecided: number
  /** Of all of these those that hang on a condition. */
  conditional: number
}

/** By node, then by issue. */
export type Tallies = ReadonlyMap<string, ReadonlyMap<string, Tally>>

/** Which of equal statements count: all of them, one in an article, or one in the project. */
export const repeatRules = ['all', 'article', 'project'] as const
export type RepeatRule = (typeof repeatRules)[number]

/** Statements are equal where node and issue are; where stances are compared, these too. Answers whether one was there before. */
export const repeatsOf = (rule: RepeatRule, comparesStances: boolean): ((statement: Statement) => boolean) => {
  const seen = new Set<string>()
  return ({ node, issue, article, stance }) => {
    if (rule === 'all') return false
    const key = JSON.stringify([
      node,
      issue,
      ...(rule === 'article' ? [article] : []),
      ...(comparesStances ? [stance ?? ''] : []),
    ])
    const isRepeated = seen.has(key)
    seen.add(key)
    return isRepeated
  }
}

export const tallied = (statements: Iterable<Statement>): Tallies => {
  const nodes = new Map<string, Map<string, Tally>>()
  for (const { node, issue, stance, conditional } of statements) {
    const issues = nodes.get(node) ?? new Map<string, Tally>()
    nodes.set(node, issues)
    const tally = issues.get(issue) ?? {
      ...{ support: 0, oppose: 0, neutral: 0, ambiguous: 0, undecided: 0 },
      conditional: 0,
    }
    issues.set(issue, tally)
    tally[stance ?? 'undecided'] += 1
    if (conditional) tally.conditional += 1
  }
  return nodes
}

/** The other way round: by issue, then by node. */
export const turned = (tallies: Tallies): Tallies => {
  const issues = new Map<string, Map<string, Tally>>()
  for (const [node, row] of tallies) {
    for (const [issue, tally] of row) issues.set(issue, (issues.get(issue) ?? new Map()).set(node, tally))
  }
  return issues
}

export const totalOf = ({ support, oppose, neutral, ambiguous, undecided }: Tally): number =>
  support + oppose + neutral + ambiguous + undecided

/** How often each number in [−1, 1] stands: support 1, neutral 0, oppose −1. Ambiguous stances are no number. */
export const valuesIn = ({ support, neutral, oppose }: Tally): { value: number; count: number }[] =>
  [
    { value: 1, count: support },
    { value: 0, count: neutral },
    { value: -1, count: oppose },
  ].filter(({ count }) => count > 0)
