import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneModeEdges, oneModeWeight } from '../../src/core/network/one-mode.ts'
import { repeatsOf, type Statement, tallied, turned } from '../../src/core/network/statements.ts'
import { twoModeEdges } from '../../src/core/network/two-mode.ts'

const stances = ['support', 'oppose', 'neutral', 'ambiguous'] as const
const says = (node: string, issue: string, stance?: Statement['stance'], more: Partial<Statement> = {}): Statement => ({
  ...{ node, issue, stance, article: 'a', conditional: false },
  ...more,
})

// A: twice for, once against; B: once for, once neutral, once ambiguous. About Y only B says something.
const example = [
  ...[says('A', 'X', 'support'), says('A', 'X', 'support', { conditional: true }), says('A', 'X', 'oppose')],
  ...[says('B', 'X', 'support'), says('B', 'X', 'neutral'), says('B', 'X', 'ambiguous')],
  says('B', 'Y'),
]

describe('figures of networks, against what is counted by hand', () => {
  it('two-mode: counts of everything, stances of what has one', () => {
    const weights = (measure: Parameters<typeof twoModeEdges>[1]) =>
      twoModeEdges(tallied(example), measure).map(({ node, issue, weight }) => `${node}${issue} ${weight}`)
    expect(weights('count')).toEqual(['AX 3', 'BX 3', 'BY 1'])
    expect(weights('subtract')).toEqual(['AX 1', 'BX 1'])
    expect(weights('stance')).toEqual([`AX ${1 / 3}`, 'BX 0.5'])
    expect(twoModeEdges(tallied(example), 'count')[0]?.tally).toEqual({
      ...{ support: 2, oppose: 1, neutral: 0, ambiguous: 0, undecided: 0 },
      conditional: 1,
    })
  })

  it('one-mode: (+,+) 2·1·1, (+,0) 2·1·½, (−,0) 1·1·½ agree; the rest of the six pairs is conflict', () => {
    const [edge, ...others] = oneModeEdges(tallied(example))
    expect(others).toEqual([])
    expect(edge).toEqual({ from: 'A', to: 'B', issues: 1, count: 9, congruence: 3.5, conflict: 2.5 })
    if (!edge) throw new Error('there is an edge')
    const weights = (['count', 'congruence', 'conflict', 'subtract'] as const).map((one) => oneModeWeight(edge, one))
    expect(weights).toEqual([9, 3.5, 2.5, 1])
  })

  it('issues meet in who says something about both', () => {
    const both = [says('A', 'X', 'support'), says('A', 'Y', 'oppose'), says('B', 'Y', 'oppose')]
    expect(oneModeEdges(turned(tallied(both)))).toEqual([
      { from: 'X', to: 'Y', issues: 1, count: 1, congruence: 0, conflict: 1 },
    ])
  })

  it('what is said again counts once in an article, or once at all; compared with its stance where stances matter', () => {
    const all = [
      ...[says('A', 'X', 'support'), says('A', 'X', 'support'), says('A', 'X', 'oppose')],
      says('A', 'X', 'support', { article: 'b' }),
    ]
    const kept = (...rule: Parameters<typeof repeatsOf>) => {
      const isRepeated = repeatsOf(...rule)
      return all.filter((one) => !isRepeated(one)).length
    }
    expect([kept('all', true), kept('article', true), kept('project', true)]).toEqual([4, 3, 2])
    expect([kept('article', false), kept('project', false)]).toEqual([2, 1])
  })

  it('agreement and conflict add up to the pairs that have stances, however statements are ordered', () => {
    const statement = fc.record({
      node: fc.constantFrom('A', 'B', 'C'),
      issue: fc.constantFrom('X', 'Y'),
      article: fc.constant('a'),
      stance: fc.option(fc.constantFrom(...stances), { nil: undefined }),
      conditional: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 30 }), (statements) => {
        const edges = oneModeEdges(tallied(statements))
        const byEnds = (a: { from: string; to: string }, b: { from: string; to: string }) =>
          `${a.from}${a.to}` < `${b.from}${b.to}` ? -1 : 1
        expect(oneModeEdges(tallied(statements.toReversed())).sort(byEnds)).toEqual(edges.sort(byEnds))
        const valued = statements.filter(({ stance }) => stance !== undefined && stance !== 'ambiguous')
        for (const { from, to, congruence, conflict } of edges) {
          const pairs = ['X', 'Y'].map((issue) => {
            const of = (node: string) => valued.filter((one) => one.node === node && one.issue === issue).length
            return of(from) * of(to)
          })
          expect(congruence + conflict).toBe(pairs.reduce((sum, one) => sum + one, 0))
        }
      }),
    )
  })
})
