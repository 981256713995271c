/** `actant splits`: the splits that are written down in a project, so that every export has the same sides. */
import { Option } from 'commander'
import type { SplitInfo, Workbench } from '../../workbench/contract.ts'
import { type CliCommand, repeatedOption, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { chosenArticles } from '../named.ts'
import { withProject } from '../session.ts'
import { type PlanOptions, planIn, planText } from '../split-plan.ts'
import { wrongUse } from '../stop.ts'
import { type Column, table } from '../text.ts'

type Options = PlanOptions & {
  shares?: string
  extend?: true
  rename?: string
  remove?: true
  together: string[]
  apart: string[]
}

export const splits: CliCommand<'splits'> = {
  name: 'splits',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, [
      'actant splits talks.actant',
      'actant splits talks.actant paper --shares 80/10/10 --stratify outlet',
      'actant splits talks.actant paper --extend',
      'actant splits talks.actant --together "Talks begin" --together "Переговоры начались"',
    ])
      .argument(`<${t('cli.name.project')}>`, t('cli.argument.project'))
      .argument(`[${t('splits.cli.name')}]`, t('splits.cli.argument'))
      .option(`--shares <${t('formats.name.shares')}>`, t('formats.option.split'))
      .option(`--seed <${t('cli.agree.name.seed')}>`, t('formats.option.seed'))
      .addOption(
        new Option(`--stratify <${t('formats.name.choice')}>`, t('formats.option.stratify')).choices([
          'outlet',
          'month',
        ]),
      )
      .option('--extend', t('splits.cli.extend'))
      .option(`--rename <${t('splits.cli.name')}>`, t('splits.cli.rename'))
      .option('--remove', t('splits.cli.remove'))
      .addOption(repeatedOption('together', t('cli.agree.name.article'), t('splits.cli.together')))
      .addOption(repeatedOption('apart', t('cli.agree.name.article'), t('splits.cli.apart')))
      .action(async (project: string, name: string | undefined, options: Options) => {
        const work = workFor(context, name, options)
        const access = work ? ({ access: 'write' } as const) : ({ access: 'read' } as const)
        const result = await withProject(context, project, access, async (workbench, job) => {
          await work?.(workbench, job)
          return { splits: workbench.splits(), together: workbench.together() }
        })
        await giveResult(context, result, () => linesOf(context, result.splits))
        finish(exitCodes.fine)
      })
  },
}

type Work = (workbench: Workbench, job: string) => void | Promise<void>

/** What is to be done, of which there can be one thing at a time; nothing where the splits are only looked at. */
const workFor = (context: Context, name: string | undefined, options: Options): Work | undefined => {
  const { t } = context
  const { shares, seed, stratify, extend, rename, remove, together, apart } = options
  if (shares === undefined && (seed !== undefined || stratify !== undefined))
    throw wrongUse(t('splits.cli.needsShares'))
  const named: Work[] = []
  const free: Work[] = []
  const its = name ?? ''
  if (shares !== undefined) {
    const plan = planIn(shares, options, context, '--shares')
    named.push((workbench, job) => workbench.makeSplit({ ...plan, name: its }, job))
  }
  if (extend) named.push((workbench, job) => workbench.extendSplit(its, job))
  if (rename !== undefined) named.push((workbench) => workbench.renameSplit(its, rename))
  if (remove) named.push((workbench) => workbench.removeSplit(its))
  if (together.length === 1) throw wrongUse(t('splits.cli.two'))
  if (together.length > 1)
    free.push((workbench) => workbench.putTogether(chosenArticles(together, workbench.articles(), t)))
  if (apart.length > 0) free.push((workbench) => workbench.takeApart(chosenArticles(apart, workbench.articles(), t)))
  if (named.length + free.length > 1) throw wrongUse(t('splits.cli.one'))
  if (named.length > 0 && name === undefined)
    throw wrongUse(t('cli.usage.missingArgument', { name: t('splits.cli.name') }))
  if (named.length === 0 && name !== undefined) throw wrongUse(t('splits.cli.what'))
  return named[0] ?? free[0]
}

const linesOf = (context: Context, all: readonly SplitInfo[]): string[] => {
  const { t } = context
  if (all.length === 0) return [t('splits.none')]
  const heads: Column[] = [
    { heading: t('splits.cli.name') },
    { heading: t('splits.plan.head') },
    ...(['train', 'validation', 'test'] as const).map(
      (side): Column => ({ heading: t(`splits.side.${side}`), align: 'right' }),
    ),
    { heading: t('splits.undecided.head'), align: 'right' },
  ]
  const rows = all.map((split) => [
    split.name,
    planText(split, context),
    ...['train', 'validation', 'test'].map((name) => {
      const found = split.sides.find(({ side }) => side === name)
      return found ? t('cli.list.count', { count: found.articles }) : '–'
    }),
    t('cli.list.count', { count: split.undecided }),
  ])
  return table(heads, rows)
}
