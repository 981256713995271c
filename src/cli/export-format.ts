/** The part of `actant export` that speaks the formats of trainers and other tools. */
import { type Command, Option } from 'commander'
import { annotationTypeList } from '../core/annotation-types/index.ts'
import { formatIds } from '../core/formats/out/format.ts'
import { outFormats } from '../core/formats/out/index.ts'
import { choiceNames, type GivenOptions, outChoices, outFlags } from '../core/formats/out/options.ts'
import type { AnnotationType } from '../core/schema.ts'
import type { FormatRequest, Workbench } from '../workbench/contract.ts'
import { type Context, giveResult, remark } from './context.ts'
import { layerIn } from './layer.ts'
import { linesOfLoss } from './loss-report.ts'
import { mappingOf } from './mapping-file.ts'
import { chosenArticles } from './named.ts'
import { withProject } from './session.ts'
import { isSamePlan, planIn, planText } from './split-plan.ts'
import { wrongUse } from './stop.ts'

export type FormatOptions = Omit<GivenOptions, 'mapping'> & {
  /** A mapping's name, or a file. */
  mapping?: string
  format?: FormatRequest['format']
  layer?: string
  types?: string
  /** False where `--no-split` was given. */
  split?: string | false
  splitName?: string
  seed?: string
  stratify?: 'outlet' | 'month'
}

export const addFormatOptions = (command: Command, context: Context): void => {
  const { t } = context
  command.addOption(choiceOption('format', formatIds, t('formats.option.format'), context))
  addOutOptions(command, context)
  command.option('--no-split', t('splits.cli.noSplit'))
  command.option(`--split-name <${t('splits.cli.name')}>`, t('splits.cli.splitName'))
}

export const choiceOption = (flag: string, choices: readonly string[], description: string, { t }: Context): Option =>
  new Option(`--${flag} <${t('formats.name.choice')}>`, description).choices(choices)

/** What can be chosen of any format. */
export const addOutOptions = (command: Command, context: Context): void => {
  const { t } = context
  const choice = (flag: string, choices: readonly string[], description: string) =>
    command.addOption(choiceOption(flag, choices, description, context))
  command.option(`--layer <${t('cli.name.person')}>`, t('formats.option.layer'))
  command.option(`--types <${t('formats.name.types')}>`, t('formats.option.types'))
  for (const name of choiceNames) choice(name, outChoices[name], t(`formats.option.${name}`))
  for (const name of outFlags) command.option(`--${name}`, t(`formats.option.${name}`))
  command.option(`--mapping <${t('cli.import.name.mapping')}>`, t('formats.option.mapping'))
  command.option(`--split <${t('formats.name.shares')}>`, t('formats.option.split'))
  command.option(`--seed <${t('cli.agree.name.seed')}>`, t('formats.option.seed'))
  choice('stratify', ['outlet', 'month'], t('formats.option.stratify'))
}

const optionNames = [
  'layer',
  'types',
  ...choiceNames,
  ...outFlags,
  'mapping',
  'split',
  'splitName',
  'seed',
  'stratify',
] as const

/** Whether none of these options was given. */
export const isPlain = (options: FormatOptions): boolean => optionNames.every((name) => options[name] === undefined)

type Given = FormatOptions & { format: FormatRequest['format']; article: string[] }

export const exportInFormat = async (context: Context, project: string, to: string, given: Given): Promise<void> => {
  const { t } = context
  const requestOn = requestFor(context, given)
  // A new split under a name is written down.
  const access = typeof given.split === 'string' && given.splitName !== undefined ? 'write' : 'read'
  const report = await withProject(context, project, { access }, async (workbench, job) =>
    workbench.exportFormat(to, await requestOn(workbench, job), job),
  )
  await giveResult(context, { to, ...report }, () => linesOfLoss(report, to, t))
}

/** What was asked for, checked as far as it can be without the project; the rest where the project is open. */
export const requestFor = (
  context: Context,
  given: Given,
): ((workbench: Workbench, job: string) => Promise<FormatRequest>) => {
  const types = given.types === undefined ? undefined : typesIn(given.types, context)
  const { format, layer, article, mapping, split, splitName } = given
  if (typeof split !== 'string' && (given.stratify !== undefined || given.seed !== undefined))
    throw wrongUse(context.t('formats.needsSplit'))
  if (split === false && splitName !== undefined) throw wrongUse(context.t('splits.cli.either'))
  return async (workbench, job) => ({
    format,
    layer: layer === undefined ? undefined : await layerIn(layer, workbench, context),
    ...(article.length > 0 && { articleIds: chosenArticles(article, workbench.articles(), context.t) }),
    types,
    ...Object.fromEntries([...choiceNames, ...outFlags].map((name) => [name, given[name]])),
    mapping: mapping === undefined ? undefined : await mappingOf(context, workbench, mapping),
    ...(await splitFor(given, workbench, context, job)),
  })
}

const typesIn = (list: string, { t }: Context): AnnotationType[] =>
  list.split(',').map((value) => {
    const type = annotationTypeList.find((one) => one === value.trim())
    if (type) return type
    throw wrongUse(t('cli.usage.invalidValue', { name: '--types', value, choices: annotationTypeList.join(', ') }))
  })

/**
 * Which split: the one that is named; that of its own numbers, which is written down first where it is given a name; or the only one that is
 * written down, where the format makes a folder anyway. Wrong use where the numbers are others than those that are written down.
 */
const splitFor = async (given: Given, workbench: Workbench, context: Context, job: string) => {
  const { t } = context
  const { split, splitName } = given
  const plan = typeof split === 'string' ? planIn(split, given, context, '--split') : undefined
  const stored = workbench.splits()
  const named = stored.find(({ name }) => name === splitName)
  if (split === false) return {}
  // Refused by whoever writes it, where it is one table.
  if (!isSplitting(given.format)) return { ...(plan && { split: plan }), splitName }
  if (splitName !== undefined) {
    if (plan && named && !isSamePlan(plan, named))
      throw wrongUse(t('splits.cli.otherNumbers', { name: named.name, plan: planText(named, context) }))
    if (plan && !named) await workbench.makeSplit({ ...plan, name: splitName }, job)
    return { splitName }
  }
  const [first, second] = stored
  if (plan) {
    const same = stored.find((one) => isSamePlan(plan, one))
    if (same) return { splitName: same.name }
    if (first) throw wrongUse(t('splits.cli.otherNumbers', { name: first.name, plan: planText(first, context) }))
    return { split: plan }
  }
  if (!first) return {}
  if (!second && isFolder(given.format)) return { splitName: first.name }
  await remark(context, t('splits.cli.notUsed', { name: first.name }))
  return {}
}

const isSplitting = (id: FormatRequest['format']) => outFormats.find((one) => one.id === id)?.splits ?? false
const isFolder = (id: FormatRequest['format']) => outFormats.find((one) => one.id === id)?.shape === 'folder'
