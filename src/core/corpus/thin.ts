/** What a corpus has little of: a plain list, each with the part it is about. */
import type { AnnotationType, Label } from '../schema.ts'
import type { CorpusAbout } from './about.ts'
import type { CorpusCounts, PeriodCount } from './report.ts'

export const thinKinds = [
  'codeFew',
  'codeUnused',
  'issueFew',
  'issueUnused',
  'outletFew',
  'gap',
  'bare',
  'untouched',
  'withoutCode',
  'unsourced',
  'withoutIssue',
  'withoutStance',
  'unlinked',
  'unsure',
  'orphan',
  'noOutlet',
  'undated',
] as const
export type ThinKind = (typeof thinKinds)[number]

/** `count` is of annotations or articles, as the kind has it; of a gap it is the periods without articles. */
export type ThinFinding = {
  kind: ThinKind
  count: number
  name?: string
  label?: Label
  type?: AnnotationType
  /** First day, and the day after the last. */
  from?: string
  to?: string
  about: CorpusAbout
}

/** @param few fewer uses of a code or an issue, or articles of an outlet, are few */
export const thinIn = (counts: CorpusCounts, few: number): ThinFinding[] => [
  ...counts.codes
    .filter(({ within, retired }) => within < few && !(retired && within === 0))
    .sort((a, b) => b.within - a.within)
    .map(
      ({ id, type, label, within }): ThinFinding => ({
        kind: within === 0 ? 'codeUnused' : 'codeFew',
        count: within,
        label,
        type,
        about: { kind: 'code', id },
      }),
    ),
  ...counts.issues.flatMap(({ id, name, within }): ThinFinding[] =>
    id === null || name === null || within >= few
      ? []
      : [{ kind: within === 0 ? 'issueUnused' : 'issueFew', count: within, name, about: { kind: 'issue', id } }],
  ),
  ...counts.outlets.flatMap(({ name, articles }): ThinFinding[] =>
    name === null || articles >= few
      ? []
      : [{ kind: 'outletFew', count: articles, name, about: { kind: 'outlet', name } }],
  ),
  ...gapsIn(counts.periods.list),
  ...several('bare', counts.bare, { kind: 'bare' }),
  ...several('untouched', counts.untouched, { kind: 'untouched' }),
  ...counts.types.flatMap(({ type, withoutCode, coded }) =>
    coded ? several('withoutCode', withoutCode, { kind: 'lacks', id: 'code', type }, { type }) : [],
  ),
  ...several('unsourced', counts.tasks.unsourced, { kind: 'task', id: 'unsourced' }),
  ...several('withoutIssue', without(counts), { kind: 'lacks', id: 'issue', type: 'position' }),
  ...several('withoutStance', sumOf(counts, 'undecided'), { kind: 'lacks', id: 'stance', type: 'position' }),
  ...(['unlinked', 'unsure', 'orphan'] as const).flatMap((id) => several(id, counts.tasks[id], { kind: 'task', id })),
  ...several('noOutlet', counts.outlets.find(({ name }) => name === null)?.articles ?? 0, {
    kind: 'outlet',
    name: null,
  }),
  ...several('undated', counts.periods.undated.articles, { kind: 'undated' }),
]

const several = (
  kind: ThinKind,
  count: number,
  about: CorpusAbout,
  more: Pick<ThinFinding, 'type'> = {},
): ThinFinding[] => (count > 0 ? [{ kind, count, ...more, about }] : [])

const without = ({ issues }: CorpusCounts): number => issues.find(({ id }) => id === null)?.within ?? 0

const sumOf = ({ issues }: CorpusCounts, stance: 'undecided'): number =>
  issues.reduce((sum, issue) => sum + issue[stance], 0)

/** Runs of periods without an article; each leads to the articles on either side of it. */
const gapsIn = (periods: readonly PeriodCount[]): ThinFinding[] => {
  const gaps: ThinFinding[] = []
  for (let at = 0; at < periods.length; at++) {
    const begin = at
    while (at < periods.length && periods[at]?.articles === 0) at++
    const [before, first, last, after] = [periods[begin - 1], periods[begin], periods[at - 1], periods[at]]
    if (at === begin || !before || !first || !last || !after) continue
    gaps.push({
      kind: 'gap',
      count: at - begin,
      from: first.from,
      to: last.to,
      about: { kind: 'period', from: before.from, to: after.to },
    })
  }
  return gaps
}
