/** The part of `actant export` that speaks the formats of trainers and other tools. */
import { type Command, Option } from 'commander'
import { annotationTypeList } from '../core/annotation-types/index.ts'
import { formatIds } from '../core/formats/out/format.ts'
import { choiceNames, type GivenOptions, outChoices, outFlags } from '../core/formats/out/options.ts'
import type { AnnotationType } from '../core/schema.ts'
import type { FormatRequest, Workbench } from '../workbench/contract.ts'
import { type Context, giveResult } from './context.ts'
import { layerIn } from './layer.ts'
import { linesOfLoss } from './loss-report.ts'
import { mappingOf } from './mapping-file.ts'
import { chosenArticles } from './named.ts'
import { withProject } from './session.ts'
import { wrongUse } from './stop.ts'

export type FormatOptions = Omit<GivenOptions, 'mapping'> & {
  /** A mapping's name, or a file. */
  mapping?: string
  format?: FormatRequest['format']
  layer?: string
  types?: string
  split?: string
  seed?: string
  stratify?: 'outlet' | 'month'
}

export const addFormatOptions = (command: Command, { t }: Context): void => {
  const choice = (flag: string, choices: readonly string[], description: string) =>
    command.addOption(new Option(`--${flag} <${t('formats.name.choice')}>`, description).choices(choices))
  choice('format', formatIds, t('formats.option.format'))
  command.option(`--layer <${t('cli.name.person')}>`, t('formats.option.layer'))
  command.option(`--types <${t('formats.name.types')}>`, t('formats.option.types'))
  for (const name of choiceNames) choice(name, outChoices[name], t(`formats.option.${name}`))
  for (const name of outFlags) command.option(`--${name}`, t(`formats.option.${name}`))
  command.option(`--mapping <${t('cli.import.name.mapping')}>`, t('formats.option.mapping'))
  command.option(`--split <${t('formats.name.shares')}>`, t('formats.option.split'))
  command.option(`--seed <${t('cli.agree.name.seed')}>`, t('formats.option.seed'))
  choice('stratify', ['outlet', 'month'], t('formats.option.stratify'))
}

const optionNames = ['layer', 'types', ...choiceNames, ...outFlags, 'mapping', 'split', 'seed', 'stratify'] as const

/** Whether none of these options was given. */
export const isPlain = (options: FormatOptions): boolean => optionNames.every((name) => options[name] === undefined)

type Given = FormatOptions & { format: FormatRequest['format']; article: string[] }

export const exportInFormat = async (context: Context, project: string, to: string, given: Given): Promise<void> => {
  const { t } = context
  const requestOn = requestFor(context, given)
  const report = await withProject(context, project, { access: 'read' }, async (workbench, job) =>
    workbench.exportFormat(to, await requestOn(workbench), job),
  )
  await giveResult(context, { to, ...report }, () => linesOfLoss(report, to, t))
}

/** What was asked for, checked as far as it can be without the project; the rest where the project is open. */
export const requestFor = (context: Context, given: Given): ((workbench: Workbench) => Promise<FormatRequest>) => {
  const types = given.types === undefined ? undefined : typesIn(given.types, context)
  const split = splitIn(given, context)
  const { format, layer, article, mapping } = given
  return async (workbench) => ({
    format,
    layer: layer === undefined ? undefined : await layerIn(layer, workbench, context),
    ...(article.length > 0 && { articleIds: chosenArticles(article, workbench.articles(), context.t) }),
    types,
    ...Object.fromEntries([...choiceNames, ...outFlags].map((name) => [name, given[name]])),
    mapping: mapping === undefined ? undefined : await mappingOf(context, workbench, mapping),
    split,
  })
}

const typesIn = (list: string, { t }: Context): AnnotationType[] =>
  list.split(',').map((value) => {
    const type = annotationTypeList.find((one) => one === value.trim())
    if (type) return type
    throw wrongUse(t('cli.usage.invalidValue', { name: '--types', value, choices: annotationTypeList.join(', ') }))
  })

const splitIn = ({ split, seed = '1', stratify }: FormatOptions, { t }: Context): FormatRequest['split'] => {
  if (split === undefined) {
    if (stratify !== undefined || seed !== '1') throw wrongUse(t('formats.needsSplit'))
    return undefined
  }
  const shares = split.split('/').map((share) => (/^\d+$/.test(share) ? Number(share) : 0))
  const isSound = (shares.length === 2 || shares.length === 3) && shares.every((share) => share > 0)
  const invalid = (name: string, value: string, choices: string) =>
    wrongUse(t('cli.usage.invalidValue', { name, value, choices }))
  if (!isSound) throw invalid('--split', split, '80/20, 80/10/10')
  if (!/^\d{1,9}$/.test(seed)) throw invalid('--seed', seed, '0 … 999999999')
  return { shares, seed: Number(seed), stratify }
}
