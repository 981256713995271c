/** `actant agree`: how far annotators agree; or whether the arithmetic is right. */
import type { Command } from 'commander'
import { metricIds } from '../../core/agreement/project/metrics.ts'
import { agreementCsv } from '../../core/agreement/project/told.ts'
import { annotationTypeList } from '../../core/annotation-types/index.ts'
import type { AgreementRequest, Workbench } from '../../workbench/contract.ts'
import { linesOf, machineForm, namesIn } from '../agree-report.ts'
import { checkVectors } from '../agree-vectors.ts'
import { type CliCommand, repeatedOption, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { chosenAnnotators, chosenArticles } from '../named.ts'
import { withProject } from '../session.ts'
import { wrongUse } from '../stop.ts'

type Options = {
  metric: string[]
  article: string[]
  annotator: string[]
  type: string[]
  seed?: number
  csv?: true
  vectors?: string
  data: string[]
}

export const agree: CliCommand<'agree'> = {
  name: 'agree',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, [
      'actant agree talks.actant',
      'actant agree talks.actant --metric krippendorffAlpha --metric gamma --type position',
      'actant agree talks.actant --json | jq \'.rows[] | select(.attribute == "stance")\'',
      'actant agree --vectors vectors.json --json',
    ])
    command.argument(`[${t('cli.name.project')}]`, t('cli.argument.project'))
    addOptions(command, context)
    command.action(async (project: string | undefined, options: Options) => {
      const { vectors, data } = options
      if ((project === undefined) === (vectors === undefined)) throw wrongUse(t('cli.agree.either'))
      if (context.json && options.csv) throw wrongUse(t('cli.agree.formats'))
      if (vectors !== undefined) finish(await checkVectors(context, vectors, data))
      if (project !== undefined) {
        await measure(context, project, options)
        finish(exitCodes.fine)
      }
    })
  },
}

const addOptions = (command: Command, { t }: Context) => {
  const repeated = (flag: string, name: string, description: string) =>
    command.addOption(repeatedOption(flag, name, description))
  repeated('metric', t('cli.agree.name.metric'), t('cli.agree.metric', { metrics: metricIds.join(', ') }))
  repeated('article', t('cli.agree.name.article'), t('cli.agree.article'))
  repeated('annotator', t('cli.name.person'), t('cli.agree.annotator'))
  repeated('type', t('cli.agree.name.type'), t('cli.agree.type'))
  command
    .option(`--seed <${t('cli.agree.name.seed')}>`, t('cli.agree.seed'), (value) => seedIn(value, t))
    .option('--csv', t('cli.agree.csv'))
    .option(`--vectors <${t('cli.name.file')}>`, t('cli.agree.vectors'))
  repeated('data', t('cli.agree.name.folder'), t('cli.agree.data'))
}

const measure = async (context: Context, file: string, options: Options) => {
  const { t } = context
  const metrics = options.metric.map((value) => oneOf(metricIds, '--metric', value, t))
  const types = options.type.map((value) => oneOf(annotationTypeList, '--type', value, t))
  const { report, names } = await withProject(context, file, { access: 'read' }, async (workbench, job) => {
    const request: AgreementRequest = {
      ...(options.seed !== undefined && { seed: options.seed }),
      ...(metrics.length && { metrics }),
      ...(types.length && { types }),
      ...(options.article.length && { articleIds: chosenArticles(options.article, workbench.articles(), t) }),
      ...(options.annotator.length && { annotatorIds: severalOf(options, workbench, t) }),
    }
    return { report: await workbench.agreement(request, job), names: namesIn(workbench) }
  })
  if (options.csv) await context.out.write(agreementCsv(report.rows, names))
  else await giveResult(context, machineForm(report, names, t), () => linesOf(report, names, t))
}

const severalOf = (options: Options, workbench: Workbench, t: Context['t']): string[] => {
  const ids = chosenAnnotators(options.annotator, workbench.annotators(), t)
  if (new Set(ids).size < 2) throw wrongUse(t('cli.agree.twoAnnotators'))
  return ids
}

const oneOf = <Value extends string>(
  choices: readonly Value[],
  name: string,
  value: string,
  t: Context['t'],
): Value => {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw wrongUse(t('cli.usage.invalidValue', { name, value, choices: choices.join(', ') }))
  return found
}

const greatestSeed = 2 ** 32 - 1

const seedIn = (value: string, t: Context['t']): number => {
  const seed = /^\d+$/.test(value) ? Number(value) : Number.NaN
  if (!(seed <= greatestSeed))
    throw wrongUse(t('cli.usage.invalidValue', { name: '--seed', value, choices: `0 … ${greatestSeed}` }))
  return seed
}
