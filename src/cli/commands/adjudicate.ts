/** `actant adjudicate`: decides between annotators by a rule. */
import { Option } from 'commander'
import type { RuleReport, RuleRequest } from '../../workbench/contract.ts'
import { namesIn } from '../agree-report.ts'
import { asOption, type CliCommand, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { chosenAnnotators, chosenArticles } from '../named.ts'
import { withProject } from '../session.ts'
import { wrongUse } from '../stop.ts'
import { type Column, shorten, table } from '../text.ts'

type Options = {
  rule?: RuleRequest['rule']
  article: string[]
  annotator: string[]
  dryRun?: true
  as?: string
}

export const adjudicate: CliCommand<'adjudicate'> = {
  name: 'adjudicate',
  define(command, context, finish) {
    const { t } = context
    const repeated = (flag: string, name: string, description: string) =>
      new Option(`--${flag} <${name}>`, description)
        .default([])
        .argParser((value: string, before: string[]) => [...before, value])
    withExamples(command, context, [
      'actant adjudicate talks.actant --rule exact-match --dry-run',
      'actant adjudicate talks.actant --rule exact-match --annotator Anna --annotator Boris',
    ])
      .argument(`<${t('cli.name.project')}>`, t('cli.argument.project'))
      .addOption(
        new Option(`--rule <${t('cli.adjudicate.name.rule')}>`, t('cli.adjudicate.rule')).choices(['exact-match']),
      )
      .addOption(repeated('article', t('cli.agree.name.article'), t('cli.agree.article')))
      .addOption(repeated('annotator', t('cli.name.person'), t('cli.adjudicate.annotator')))
      .option('--dry-run', t('cli.adjudicate.dryRun'))
      .addOption(asOption(context))
      .action(async (file: string, options: Options) => {
        await decide(context, file, options)
        finish(exitCodes.fine)
      })
  },
}

const decide = async (context: Context, file: string, { rule, article, annotator, dryRun, as }: Options) => {
  const { t } = context
  if (rule === undefined) throw wrongUse(t('cli.adjudicate.noRule'))
  const access = dryRun ? ({ access: 'read' } as const) : ({ access: 'write', as } as const)
  const { report, titleOf } = await withProject(context, file, access, (workbench) => {
    const people = chosenAnnotators(annotator, workbench.annotators(), t)
    if (annotator.length > 0 && new Set(people).size < 2) throw wrongUse(t('cli.agree.twoAnnotators'))
    const report = workbench.adjudicateByRule({
      rule,
      ...(article.length && { articleIds: chosenArticles(article, workbench.articles(), t) }),
      ...(people.length && { annotatorIds: people }),
      ...(dryRun && { dryRun }),
    })
    return { report, titleOf: namesIn(workbench).article }
  })
  const totals = totalsOf(report)
  await giveResult(context, { rule, dryRun: dryRun === true, ...totals, articles: report.articles }, () =>
    report.articles.length === 0
      ? [t('cli.adjudicate.nobody')]
      : [
          t(dryRun ? 'cli.adjudicate.would' : 'cli.adjudicate.done', { file, ...totals }),
          ...listOf(report, titleOf, t),
          ...(totals.open > 0 ? [t('cli.adjudicate.left')] : []),
        ],
  )
}

const totalsOf = ({ articles }: RuleReport) => ({
  accepted: sum(articles.map(({ accepted }) => accepted)),
  open: sum(articles.map(({ open }) => open)),
  decided: sum(articles.map(({ decided }) => decided)),
})

const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0)

const NAME_COLUMNS = 50

const listOf = ({ articles }: RuleReport, titleOf: (id: string) => string, t: Context['t']): string[] => {
  const counted = ['accepted', 'open', 'decided'] as const
  const heads: Column[] = [
    { heading: t('cli.adjudicate.article') },
    ...counted.map((count): Column => ({ heading: t(`cli.adjudicate.${count}`), align: 'right' })),
  ]
  const rows = articles.map((article) => [
    shorten(titleOf(article.articleId), NAME_COLUMNS),
    ...counted.map((count) => t('cli.agree.count', { count: article[count] })),
  ])
  return table(heads, rows)
}
