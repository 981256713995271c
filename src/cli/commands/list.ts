/** `actant list`: the project's articles. */
import type { ArticleSummary, ProjectInfo } from '../../workbench/contract.ts'
import { type CliCommand, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { withProject } from '../session.ts'
import { type Column, columns, harmless, shorten, table } from '../text.ts'

export const list: CliCommand<'list'> = {
  name: 'list',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, [
      'actant list talks.actant',
      "actant list talks.actant --json | jq '.articles[].title'",
    ])
      .argument(`<${t('cli.name.project')}>`, t('cli.argument.project'))
      .action(async (file: string) => {
        const [project, articles] = await withProject(context, file, { access: 'read' }, (workbench) => [
          workbench.project(),
          workbench.articles(),
        ])
        await giveResult(context, listing(project, articles), () => lines(context, project, articles))
        finish(exitCodes.fine)
      })
  },
}

const listing = ({ id, title }: ProjectInfo, articles: ArticleSummary[]) => ({
  project: { id, title },
  articles: articles.map((article) => ({
    id: article.id,
    title: nameOf(article),
    length: article.length,
    annotations: article.annotations,
  })),
})

const nameOf = ({ title, opening }: ArticleSummary) => title ?? opening

const TITLE_COLUMNS = { least: 20, usual: 60 }

const lines = ({ t, width }: Context, project: ProjectInfo, articles: ArticleSummary[]): string[] => {
  const total = t('cli.list.total', { articles: articles.length, annotations: project.annotations })
  if (articles.length === 0) return [project.title, '', t('cli.list.empty')]
  const heads: Column[] = [
    { heading: t('cli.list.title') },
    { heading: t('cli.list.date') },
    { heading: t('cli.list.length'), align: 'right' },
    { heading: t('cli.list.actors'), align: 'right' },
    { heading: t('cli.list.positions'), align: 'right' },
    { heading: t('cli.list.claims'), align: 'right' },
    { heading: t('cli.list.id') },
  ]
  const rows = articles.map((article) => [
    harmless(nameOf(article)),
    article.publishedAt?.slice(0, 'YYYY-MM-DD'.length) ?? '',
    ...[article.length, article.annotations.actor, article.annotations.position, article.annotations.claim].map(
      (count) => t('cli.list.count', { count }),
    ),
    article.id.slice(0, 'sha256:'.length + 12),
  ])
  const others =
    Math.max(
      ...table(
        heads.slice(1),
        rows.map((row) => row.slice(1)),
      ).map(columns),
    ) + 2
  const room = width === undefined ? TITLE_COLUMNS.usual : Math.max(TITLE_COLUMNS.least, width - others)
  const fitting = rows.map(([name = '', ...cells]) => [shorten(name, room), ...cells])
  return [project.title, '', ...table(heads, fitting), '', total]
}
