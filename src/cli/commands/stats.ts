/** `actant stats`: what a project holds, counted. */
import type { Workbench } from '../../workbench/contract.ts'
import { type CliCommand, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { withProject } from '../session.ts'
import { type Column, table } from '../text.ts'

export const stats: CliCommand<'stats'> = {
  name: 'stats',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, ['actant stats talks.actant', "actant stats talks.actant --json | jq '.codes'"])
      .argument(`<${t('cli.name.project')}>`, t('cli.argument.project'))
      .action(async (file: string) => {
        const counted = await withProject(context, file, { access: 'read' }, (workbench) => statsOf(workbench))
        await giveResult(context, counted, () => linesOf(counted, context))
        finish(exitCodes.fine)
      })
  },
}

type Counts = Map<string, number>

const add = (counts: Counts, name: string, by = 1) => counts.set(name, (counts.get(name) ?? 0) + by)

/** One article's annotations at a time; lengths in code points. */
const statsOf = (workbench: Workbench) => {
  const { codes, annotators } = workbench.registries()
  const articles = workbench.articles()
  const byCode: Counts = new Map()
  const byPerson: Counts = new Map()
  const outlets: Counts = new Map()
  const months: Counts = new Map()
  const types = { actor: 0, position: 0, claim: 0 }
  for (const { id, outlet, publishedAt } of articles) {
    add(outlets, outlet ?? '')
    add(months, publishedAt?.slice(0, 'YYYY-MM'.length) ?? '')
    for (const { type, codes: given, annotatorId } of workbench.annotations(id)) {
      types[type] += 1
      add(byPerson, annotatorId)
      for (const code of given) add(byCode, code)
    }
  }
  const lengths = articles.map(({ length }) => length).sort((a, b) => a - b)
  return {
    articles: articles.length,
    annotations: types.actor + types.position + types.claim,
    types,
    codes: codes.map(({ id, type, key }) => ({ id, type, key, count: byCode.get(id) ?? 0 })),
    annotators: annotators.map(({ id, name }) => ({ id, name, count: byPerson.get(id) ?? 0 })),
    outlets: listed(outlets),
    months: listed(months),
    lengths: {
      total: lengths.reduce((sum, length) => sum + length, 0),
      least: lengths[0] ?? 0,
      median: lengths[Math.floor(lengths.length / 2)] ?? 0,
      most: lengths.at(-1) ?? 0,
    },
  }
}

/** By name; what has none comes first, under null. */
const listed = (counts: Counts) =>
  [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, articles]) => ({ name: name === '' ? null : name, articles }))

const linesOf = (counted: ReturnType<typeof statsOf>, { t }: Context): string[] => {
  const { articles, annotations, types, codes, annotators, outlets, months, lengths } = counted
  const counts = (heading: string, rows: readonly (readonly [string | null, number])[]): string[] => {
    if (rows.length === 0) return []
    const heads: Column[] = [{ heading }, { heading: '', align: 'right' }]
    const cells = rows.map(([name, count]) => [name ?? t('formats.stats.unknown'), t('cli.list.count', { count })])
    return ['', ...table(heads, cells)]
  }
  return [
    t('cli.list.total', { articles, annotations }),
    t('formats.stats.lengths', lengths),
    ...counts(
      t('formats.stats.types'),
      Object.entries(types).map(([type, count]) => [type, count] as const),
    ),
    ...counts(
      t('formats.kind.code'),
      codes.map(({ type, key, count }) => [`${type}: ${key}`, count] as const),
    ),
    ...counts(
      t('formats.kind.annotator'),
      annotators.map(({ name, count }) => [name, count] as const),
    ),
    ...counts(
      t('formats.stats.outlets'),
      outlets.map((one) => [one.name, one.articles] as const),
    ),
    ...counts(
      t('formats.stats.months'),
      months.map((one) => [one.name, one.articles] as const),
    ),
  ]
}
