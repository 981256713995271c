/** `actant assign`: who works on which articles. */
import type { Workbench } from '../../workbench/contract.ts'
import { asOption, type CliCommand, repeatedOption, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { chosenArticles, chosenPeople } from '../named.ts'
import { withProject } from '../session.ts'
import { wrongUse } from '../stop.ts'

type Options = { to: string[]; article: string[]; takeBack?: true; as?: string }

export const assign: CliCommand<'assign'> = {
  name: 'assign',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, [
      'actant assign talks.actant --to "Boris Ivanov" --article sha256:4f53cda18c2b',
      'actant assign talks.actant --to me',
      'actant assign talks.actant --to "Boris Ivanov" --take-back',
    ])
      .argument(`<${t('cli.name.project')}>`, t('cli.argument.project'))
      .addOption(repeatedOption('to', t('cli.name.person'), t('cli.assign.to')))
      .addOption(repeatedOption('article', t('cli.agree.name.article'), t('cli.assign.article')))
      .option('--take-back', t('cli.assign.takeBack'))
      .addOption(asOption(context))
      .action(async (project: string, options: Options) => {
        const report = await withProject(context, project, { access: 'write', as: options.as }, (workbench) =>
          assignTo(context, workbench, options),
        )
        await giveResult(context, report, () => [
          t(options.takeBack ? 'cli.assign.takenBack' : 'cli.assign.done', {
            names: report.people.map(({ name }) => name).join(', '),
            count: report.articles.length,
          }),
        ])
        finish(exitCodes.fine)
      })
  },
}

/** Somebody who is not in the project yet is added, unless it is to take articles back. */
const assignTo = async (context: Context, workbench: Workbench, { to, article, takeBack }: Options) => {
  const { t } = context
  if (to.length === 0) throw wrongUse(t('cli.usage.missingArgument', { name: '--to' }))
  if (to.some((name) => name.trim() === '')) throw wrongUse(t('cli.usage.emptyName'))
  const known = new Set(workbench.annotators().flatMap(({ id, name }) => [id, name]))
  if (!takeBack) for (const name of to) if (name !== 'me' && !known.has(name)) workbench.addAnnotator(name)
  const people = await chosenPeople(to, workbench, context)
  const articles =
    article.length > 0 ? chosenArticles(article, workbench.articles(), t) : workbench.articles().map(({ id }) => id)
  const ids = people.map(({ id }) => id)
  if (articles.length > 0 && takeBack) workbench.unassign(articles, ids)
  else if (articles.length > 0) workbench.assign(articles, ids)
  return { people, articles }
}
