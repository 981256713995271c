/** `actant stats`: what a corpus is made of, and what it has little of; the numbers the window shows. */
import { type CorpusTable, corpusTables } from '../../core/corpus/tables.ts'
import { findingSentence, tableCells } from '../../core/corpus/told.ts'
import { type CorpusReport, type CorpusRequest, usualFew } from '../../workbench/contract.ts'
import { type CliCommand, repeatedOption, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { layerIn } from '../layer.ts'
import { chosenArticles } from '../named.ts'
import { withProject } from '../session.ts'
import { wrongUse } from '../stop.ts'
import { harmless, table } from '../text.ts'

type Options = { layer?: string; article: string[]; done?: true; few?: number }

export const stats: CliCommand<'stats'> = {
  name: 'stats',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, [
      'actant stats talks.actant',
      'actant stats talks.actant --layer gold --done',
      "actant stats talks.actant --json | jq '.thin'",
    ])
      .argument(`<${t('cli.name.project')}>`, t('cli.argument.project'))
      .option(`--layer <${t('cli.name.person')}>`, t('cli.stats.layer'))
      .addOption(repeatedOption('article', t('cli.agree.name.article'), t('cli.export.article')))
      .option('--done', t('cli.stats.done'))
      .option(`--few <${t('cli.stats.name.few')}>`, t('cli.stats.few', { few: usualFew }), (value) =>
        fewIn(value, context),
      )
      .action(async (file: string, { layer, article, done, few }: Options) => {
        const report = await withProject(context, file, { access: 'read' }, async (workbench, job) => {
          const whose = layer === undefined ? 'all' : await layerIn(layer, workbench, context)
          const request: CorpusRequest = {
            ...(whose !== 'all' && { layer: whose }),
            ...(article.length > 0 && { articleIds: chosenArticles(article, workbench.articles(), t) }),
            ...(done && { onlyDone: true }),
            ...(few !== undefined && { few }),
          }
          return workbench.corpus(request, job)
        })
        await giveResult(context, machineForm(report, context), () => linesOf(report, context))
        finish(exitCodes.fine)
      })
  },
}

const greatestFew = 9999

const fewIn = (value: string, { t }: Context): number => {
  const few = /^\d{1,4}$/.test(value) ? Number(value) : 0
  if (few < 1) throw wrongUse(t('cli.usage.invalidValue', { name: '--few', value, choices: `1 … ${greatestFew}` }))
  return few
}

/** Each finding with its sentence. */
const machineForm = (report: CorpusReport, context: Context) => ({
  ...report,
  thin: report.thin.map((finding) => ({ ...finding, message: findingSentence(finding, context, report.few) })),
})

/** How things are spread is a picture; in a terminal the ends and the middle say enough. */
const shownTables: readonly CorpusTable['id'][] = [
  'types',
  'codes',
  'annotators',
  'outlets',
  'periods',
  'issues',
  'actors',
  'lengths',
]

const linesOf = (report: CorpusReport, { t, language }: Context): string[] => {
  const { articles, annotations, done, thin, few } = report
  const words = { t, language }
  const shown = corpusTables(report).filter(({ id, rows }) => shownTables.includes(id) && rows.length > 0)
  return [
    t('corpus.total', { articles, annotations, done }),
    ...shown.flatMap((one) => {
      const [heads = [], ...rows] = tableCells(one, words)
      const cells = rows.map((row) =>
        row.map((cell) => (typeof cell === 'number' ? t('cli.list.count', { count: cell }) : harmless(cell))),
      )
      const columns = heads.map((heading, at) => ({
        heading: `${heading}`,
        ...(at > 0 && { align: 'right' as const }),
      }))
      return ['', ...table(columns, cells)]
    }),
    '',
    t(thin.length > 0 ? 'corpus.thin' : 'corpus.thin.none'),
    ...thin.map((finding) => `  ${harmless(findingSentence(finding, words, few))}`),
  ]
}
