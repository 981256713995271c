/** Figures of a project's annotations, worked out by hand. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MetricId, metricIds } from '../../../src/core/agreement/project/metrics.ts'
import { type AgreementRow, agreementRows, countSteps } from '../../../src/core/agreement/project/rows.ts'
import { commonGround, type Scope, type Study } from '../../../src/core/agreement/project/study.ts'
import { followIn, unitsOf } from '../../../src/core/agreement/project/unit.ts'
import { type Annotation, annotation } from '../../../src/core/annotation.ts'
import type { Source } from '../../../src/core/attribution.ts'

const uuid = (name: string) => {
  const hex = [...name]
    .map((letter) => letter.charCodeAt(0).toString(16))
    .join('')
    .padEnd(12, '0')
    .slice(0, 12)
  return `00000000-0000-7000-8000-${hex}`
}
const article = `sha256:${'a'.repeat(64)}`
const other = `sha256:${'b'.repeat(64)}`
const [anna, boris, clara] = [uuid('anna'), uuid('boris'), uuid('clara')]
let count = 0

type Draft = {
  by: string
  at: [number, number]
  type?: string
  in?: string
  codes?: string[]
  body?: object
} & Partial<Pick<Annotation, 'anchor' | 'origin' | 'id'>>

const tag = ({
  by,
  at: [start, end],
  type = 'actor',
  in: articleId = article,
  codes = [],
  body = {},
  ...more
}: Draft) => {
  const empty = {
    actor: {},
    position: { holders: [], attribution: [] },
    claim: { issueIds: [], evidenceFor: [], attribution: [] },
  }
  const stamp = {
    createdAt: '2026-01-02T03:04:05.678Z',
    createdBy: by,
    modifiedAt: '2026-01-02T03:04:05.678Z',
    modifiedBy: by,
  }
  return annotation.parse({
    id: uuid(`n${String(++count).padStart(4, '0')}`),
    version: { [uuid('r')]: 1 },
    ...stamp,
    articleId,
    annotatorId: by,
    type,
    target: { fragments: [{ start, end, quote: 'x'.repeat(end - start) }], prefix: '', suffix: '' },
    codes: codes.map(uuid),
    attributes: {},
    body: { ...empty[type as keyof typeof empty], ...body },
    certainty: 'sure',
    origin: 'manual',
    basedOn: [],
    anchor: 'exact',
    ...more,
  })
}
const position = (by: string, at: [number, number], body: object, more: Partial<Draft> = {}) =>
  tag({ by, at, type: 'position', body, ...more })
const step = (...sources: Source[]) => ({ sources, cue: [], basis: 'context' })
const actor = (name: string): Source => ({ actor: uuid(name) })

const same = (id: string) => id
const resolve = { actor: same, issue: same, code: same }

const studyOf = (annotations: Annotation[], annotators = [anna, boris], resolving = resolve): Study =>
  commonGround({
    annotators,
    articles: [article, other].map((id) => ({
      id,
      length: 200,
      annotators,
      units: unitsOf(
        annotations.filter(({ articleId }) => articleId === id),
        resolving,
      ),
    })),
  })

const rowsOf = (study: Study, wanted: readonly MetricId[] = metricIds, seed = 1): AgreementRow[] =>
  [...agreementRows(study, wanted, { seed })].flatMap(({ row }) => row ?? [])

const rowOf = (rows: AgreementRow[], metric: MetricId, scope: Scope = {}, attribute?: string) => {
  const found = rows.find(
    (row) =>
      row.metric === metric && row.attribute === attribute && JSON.stringify(row.scope) === JSON.stringify(scope),
  )
  if (!found) throw new Error(`no row ${metric} ${JSON.stringify(scope)} ${attribute}`)
  return found
}

describe('spans', () => {
  const annotations = [
    tag({ by: anna, at: [0, 5] }),
    tag({ by: boris, at: [0, 5] }),
    tag({ by: anna, at: [10, 20] }),
    tag({ by: boris, at: [12, 22] }),
    tag({ by: anna, at: [40, 50] }),
    position(boris, [40, 50], {}),
  ]
  const rows = rowsOf(studyOf(annotations))

  it('F1: one of six the same, two of them overlap, a span of another type is no match', () => {
    expect(rowOf(rows, 'spanF1Exact')).toMatchObject({ value: 1 / 3, items: 6 })
    expect(rowOf(rows, 'spanF1Overlap')).toMatchObject({ value: 2 / 3, items: 6 })
    expect(rowOf(rows, 'spanF1Overlap', { type: 'actor' }).value).toBe(0.8)
    expect(rowOf(rows, 'spanF1Overlap', { type: 'position' }).value).toBe(0)
  })

  it('names the annotations that stand alone', () => {
    const { disagreements } = rowOf(rows, 'spanF1Overlap')
    expect(disagreements?.count).toBe(2)
    expect(disagreements?.list.flatMap(({ annotationIds }) => annotationIds).sort()).toEqual(
      [annotations[4]?.id, annotations[5]?.id].sort(),
    )
  })

  it('articles and pairs are told apart where there are several', () => {
    const three = [
      tag({ by: anna, at: [0, 5] }),
      tag({ by: boris, at: [0, 5] }),
      tag({ by: clara, at: [9, 15], in: other }),
      tag({ by: anna, at: [9, 15], in: other }),
    ]
    const all = rowsOf(studyOf(three, [anna, boris, clara]), ['spanF1Exact'])
    expect(rowOf(all, 'spanF1Exact', { pair: [anna, boris] }).value).toBe(2 / 3)
    expect(rowOf(all, 'spanF1Exact', { pair: [anna, clara] }).value).toBe(2 / 3)
    expect(rowOf(all, 'spanF1Exact', { pair: [boris, clara] }).value).toBe(0)
    expect(rowOf(all, 'spanF1Exact', { articleId: article }).value).toBe(0.5)
  })
})

describe('decisions', () => {
  const stances = ['support', 'oppose', 'support', 'neutral'].map((stance, place) => [
    position(anna, [place * 20, place * 20 + 10], { stance, holders: [actor('putin')] }),
    position(boris, [place * 20 + 2, place * 20 + 10], { stance: place === 2 ? 'oppose' : stance }),
  ])
  const rows = rowsOf(studyOf(stances.flat()))

  it('stance: κ, π, Fleiss and α over four matched positions', () => {
    // By hand: Ao 3/4; Cohen Ae (2·1 + 1·2 + 1·1)/16; π and Fleiss (3² + 3² + 2²)/64; α De (64 − 22)/56.
    expect(rowOf(rows, 'cohenKappa', {}, 'stance').value).toBeCloseTo((3 / 4 - 5 / 16) / (11 / 16), 12)
    expect(rowOf(rows, 'scottPi', {}, 'stance').value).toBeCloseTo((3 / 4 - 22 / 64) / (42 / 64), 12)
    expect(rowOf(rows, 'fleissKappa', {}, 'stance').value).toBeCloseTo((3 / 4 - 22 / 64) / (42 / 64), 12)
    expect(rowOf(rows, 'krippendorffAlpha', {}, 'stance')).toMatchObject({ items: 4, disagreements: { count: 1 } })
    expect(rowOf(rows, 'krippendorffAlpha', {}, 'stance').value).toBeCloseTo(1 - 1 / 4 / (42 / 56), 12)
  })

  it('one stance against the others: α over the same four', () => {
    // neutral: both say so once, else neither. oppose: 3 of 8 against 5, one differing.
    expect(rowOf(rows, 'krippendorffAlpha', { stance: 'neutral' }, 'stance').value).toBe(1)
    expect(rowOf(rows, 'krippendorffAlpha', { stance: 'oppose' }, 'stance').value).toBeCloseTo(
      1 - 1 / 4 / (30 / 56),
      12,
    )
  })

  it('what one has not decided is missing, not a disagreement', () => {
    expect(rowOf(rows, 'krippendorffAlpha', {}, 'holder')).toMatchObject({ value: null, reason: 'no-items', items: 0 })
  })

  it('a mention stands for its actor, and a merged actor for the one it was merged into', () => {
    const mention = tag({ by: anna, at: [100, 105], body: { actorId: uuid('kremlin') } })
    const annotations = [
      mention,
      position(anna, [0, 10], { holders: [{ annotation: mention.id }] }),
      position(boris, [0, 10], { holders: [actor('putin')] }),
      position(anna, [20, 30], { holders: [actor('biden')] }),
      position(boris, [20, 30], { holders: [actor('biden')] }),
    ]
    const merged = followIn([{ id: uuid('kremlin'), mergedInto: uuid('putin') }, { id: uuid('putin') }])
    const alpha = (study: Study) => rowOf(rowsOf(study, ['krippendorffAlpha']), 'krippendorffAlpha', {}, 'holder').value
    expect(alpha(studyOf(annotations, [anna, boris], { ...resolve, actor: merged }))).toBe(1)
    expect(alpha(studyOf(annotations))).toBeLessThan(1)
  })

  it('several spans in one place are matched by what was decided of them', () => {
    const study = studyOf([
      position(anna, [0, 10], { issueId: uuid('peace') }),
      position(anna, [0, 10], { issueId: uuid('gas') }),
      position(boris, [0, 10], { issueId: uuid('gas') }),
      position(boris, [0, 10], { issueId: uuid('peace') }),
    ])
    expect(rowOf(rowsOf(study), 'krippendorffAlpha', {}, 'issue')).toMatchObject({ value: 1, items: 2 })
  })
})

describe('chains', () => {
  const chained = (by: string, at: [number, number], ...names: string[]) =>
    tag({ by, at, type: 'claim', body: { attribution: names.map((name) => step(actor(name))) } })
  const rows = rowsOf(
    studyOf([
      chained(anna, [0, 10], 'putin', 'tass'),
      chained(boris, [0, 10], 'putin', 'tass'),
      chained(anna, [20, 30], 'putin', 'tass'),
      chained(boris, [20, 30], 'putin', 'peskov', 'tass'),
      chained(anna, [40, 50], 'biden'),
      chained(boris, [40, 50]),
    ]),
  )

  it('given, the same, alike, and less chance', () => {
    expect(rowOf(rows, 'chainGiven')).toMatchObject({ value: 0.8, items: 3, disagreements: { count: 1 } })
    expect(rowOf(rows, 'chainExact')).toMatchObject({ value: 0.5, items: 2 })
    expect(rowOf(rows, 'chainSimilarity').value).toBeCloseTo(5 / 6, 12)
    // Do = (0 + 2·1/3) / 4; of 4 values one is 1/3 from the three others: De = 2·3·(1/3) / 12.
    expect(rowOf(rows, 'chainAlpha').value).toBeCloseTo(1 - 1 / 6 / (1 / 6), 12)
  })
})

describe('a study', () => {
  it('without common ground says that nothing is defined', () => {
    const rows = rowsOf(studyOf([], [anna]))
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toMatchObject({ value: null, items: 0, reason: expect.stringMatching(/^no-/) })
  })

  it('leaves out what has no place and what was adjudicated', () => {
    const study = studyOf([
      tag({ by: anna, at: [0, 5], anchor: 'orphan' }),
      tag({ by: boris, at: [0, 5], origin: 'adjudication' }),
    ])
    expect(rowOf(rowsOf(study), 'spanF1Exact')).toMatchObject({ value: null, reason: 'no-units' })
  })

  it('spans of one type that overlap leave αU undefined and the rest defined', () => {
    const study = studyOf([
      tag({ by: anna, at: [0, 9] }),
      tag({ by: anna, at: [5, 12] }),
      tag({ by: boris, at: [0, 9] }),
    ])
    const rows = rowsOf(study)
    expect(rowOf(rows, 'alphaU', { type: 'actor' })).toMatchObject({ value: null, reason: 'overlapping-units' })
    expect(rowOf(rows, 'gamma').value).not.toBeNull()
  })

  it('of two who did the same agrees in everything that is defined', () => {
    const work = (by: string) => [
      tag({ by, at: [0, 5], codes: ['c'], body: { actorId: uuid('putin') } }),
      tag({ by, at: [9, 15], codes: ['d'], body: { actorId: uuid('biden') } }),
      position(by, [20, 40], {
        stance: 'support',
        issueId: uuid('gas'),
        holders: [actor('putin')],
        attribution: [step(actor('putin'))],
      }),
      position(by, [50, 70], {
        stance: 'oppose',
        issueId: uuid('peace'),
        holders: [actor('biden')],
        attribution: [step(actor('biden'))],
      }),
    ]
    const rows = rowsOf(studyOf([...work(anna), ...work(boris)]))
    for (const { metric, attribute, scope, value } of rows) {
      if (value !== null) expect(value, JSON.stringify({ metric, attribute, scope })).toBeCloseTo(1, 9)
    }
    expect(new Set(rows.flatMap(({ metric, value }) => (value === null ? [] : [metric])))).toEqual(new Set(metricIds))
  })

  const drafts = fc.array(
    fc.record({
      who: fc.constantFrom(0, 1, 2),
      start: fc.integer({ min: 0, max: 15 }).map((place) => place * 10),
      length: fc.constantFrom(5, 8, 12),
      stance: fc.constantFrom('support', 'oppose', undefined),
      codes: fc.subarray(['c', 'd']),
    }),
    { maxLength: 14 },
  )

  it('does not depend on who is called what, and says of each figure what it rests on', () => {
    fc.assert(
      fc.property(drafts, (all) => {
        const people = [anna, boris, clara]
        const made = (order: number[]) =>
          studyOf(
            all.map(({ who, start, length, stance, codes }) =>
              position(people[order[who] ?? 0] ?? '', [start, start + length], stance ? { stance } : {}, { codes }),
            ),
            people,
          )
        const whole = (study: Study) => rowsOf(study, ['spanF1Exact', 'alphaU']).filter(({ scope }) => !scope.pair)
        const [one, turned] = [whole(made([0, 1, 2])), whole(made([2, 0, 1]))]
        expect(
          turned.map(({ value, ...row }) => ({
            value: value?.toFixed(9),
            ...row,
            disagreements: 0,
            observed: 0,
            expected: 0,
          })),
        ).toEqual(
          one.map(({ value, ...row }) => ({
            value: value?.toFixed(9),
            ...row,
            disagreements: 0,
            observed: 0,
            expected: 0,
          })),
        )
        for (const { value, reason, items } of one) {
          expect(value === null).toBe(reason !== undefined)
          if (value !== null) expect(items).toBeGreaterThan(0)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('comes to its end by the steps it announced', () => {
    const study = studyOf([tag({ by: anna, at: [0, 5] }), tag({ by: boris, at: [0, 5] })])
    const ticks = [...agreementRows(study, metricIds, { seed: 1 })]
    expect(ticks.at(-1)?.step).toBe(countSteps(study, metricIds))
  })
})
