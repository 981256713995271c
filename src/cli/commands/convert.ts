/** `actant convert`: from one program's format to another's, without a project. */
import { basename } from 'node:path'
import { foreignReaders } from '../../core/formats/index.ts'
import type { ImportMapping } from '../../core/formats/mapping.ts'
import { type FormatId, formatIds } from '../../core/formats/out/format.ts'
import { outFormats } from '../../core/formats/out/index.ts'
import type { ImportReport, MergeReport, Workbench } from '../../workbench/contract.ts'
import { type CliCommand, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { isDatabase } from '../database-file.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { addOutOptions, choiceOption, type FormatOptions, requestFor } from '../export-format.ts'
import { unreadable } from '../file-failure.ts'
import { importCode, importLines, importResult } from '../import-report.ts'
import { linesOfLoss } from '../loss-report.ts'
import { mappingIn } from '../mapping-file.ts'
import { explained, findingLines } from '../sentences.ts'
import { withTemporaryProject } from '../session.ts'
import { wrongUse } from '../stop.ts'

type Options = FormatOptions & { from?: string; to?: FormatId | 'bundle'; annotator?: string }

/** Actant's own exchange format, beside those of others. */
const BUNDLE = 'bundle'
const sources = [...foreignReaders.map(({ id }) => id), BUNDLE]
const targets = [...formatIds, BUNDLE]

export const convert: CliCommand<'convert'> = {
  name: 'convert',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, [
      'actant convert corpus talks-dataset --from brat --to hf --split 80/10/10',
      'actant convert export.json talks-tsv --from labelstudio --to webanno-tsv',
      'actant convert talks.bundle.json claims.csv --to csv-claims --bom',
      'actant convert corpus talks.bundle.json',
    ])
      .argument(`<${t('convert.name.in')}>`, t('convert.in'))
      .argument(`<${t('convert.name.out')}>`, t('convert.out'))
      .addOption(choiceOption('from', sources, t('convert.from'), context))
      .addOption(choiceOption('to', targets, t('convert.to'), context))
      .option(`--annotator <${t('cli.name.person')}>`, t('cli.import.annotator'))
    addOutOptions(command, context)
    command.action(async (from: string, to: string, options: Options) => finish(await run(context, from, to, options)))
  },
}

const run = async (context: Context, source: string, target: string, options: Options): Promise<ExitCode> => {
  const { t } = context
  const failure = await unreadable(source)
  if (failure && failure.params['reason'] !== 'directory') throw failure
  if (await isDatabase(target)) throw wrongUse(t('cli.export.wouldReplaceProject', { file: target }))
  const to = options.to ?? targetBy(context, target)
  // Wrong use is told before anything is read.
  const requestOn =
    to === BUNDLE ? undefined : requestFor(context, { ...options, mapping: undefined, format: to, article: [] })
  const mapping = options.mapping === undefined ? undefined : await mappingIn(context, options.mapping)
  return withTemporaryProject(context, basename(source), async (workbench, job) => {
    const from = options.from ?? (await sourceOf(context, workbench, source, job))
    const taken = await take(context, workbench, { source, from, mapping, annotator: options.annotator, job })
    if (taken.code === exitCodes.refused) {
      await giveResult(context, { from, to, out: target, ...taken.machine, written: null }, () => [
        ...taken.lines,
        t('convert.nothing'),
      ])
      return taken.code
    }
    const written = await write(context, workbench, { target, requestOn, mapping: taken.mapping, job })
    await giveResult(context, { from, to, out: target, ...taken.machine, written: written.machine }, () => [
      ...taken.lines,
      '',
      ...written.lines,
    ])
    return taken.code
  })
}

/** By the name of what is to be written, where only one format is called so. */
const targetBy = ({ t }: Context, target: string): FormatId | 'bundle' => {
  if (isBundleName(target)) return BUNDLE
  const [only, another] = outFormats.filter(
    ({ shape, extension }) => shape === 'file' && target.toLowerCase().endsWith(`.${extension}`),
  )
  if (!only || another) throw wrongUse(t('convert.whichTo', { file: target, formats: targets.join(', ') }))
  return only.id
}

const isBundleName = (name: string): boolean => name.toLowerCase().endsWith('.bundle.json')

const sourceOf = async ({ t }: Context, workbench: Workbench, source: string, job: string): Promise<string> => {
  if (isBundleName(source)) return BUNDLE
  const { formats } = await workbench.recogniseImport([source], job)
  const [only, another] = formats
  if (!only || another) throw wrongUse(t('convert.whichFrom', { file: source, formats: sources.join(', ') }))
  return only.format
}

type Taken = { code: ExitCode; machine: object; lines: string[]; mapping?: ImportMapping }
type Taking = {
  source: string
  from: string
  mapping: ImportMapping | undefined
  annotator: string | undefined
  job: string
}

const take = async (
  context: Context,
  workbench: Workbench,
  { source, from, mapping, annotator, job }: Taking,
): Promise<Taken> => {
  if (from === BUNDLE) return merged(context, await workbench.mergeBundles([source], job))
  const name = annotator?.trim()
  if (name === '') throw wrongUse(context.t('cli.usage.emptyName'))
  const request = { files: [source], format: from, ...(mapping && { mapping }), ...(name && { annotator: name }) }
  const report: ImportReport = await workbench.importAnnotated(request, job)
  const isAnything = report.files.some(({ outcome }) => outcome === 'imported')
  // One file of many that is refused is told, and the others are converted.
  const code = isAnything ? importCode(report) : exitCodes.refused
  return {
    code: isAnything && code === exitCodes.refused ? exitCodes.findings : code,
    machine: { import: importResult(context.t, report, false) },
    lines: importLines(context.t, report, false),
    mapping: report.mapping,
  }
}

const merged = ({ t }: Context, { files }: MergeReport): Taken => {
  const [file] = files
  const findings = file?.findings ?? []
  return {
    code: file?.outcome === 'merged' ? (findings.length > 0 ? exitCodes.findings : exitCodes.fine) : exitCodes.refused,
    machine: { findings: explained(t, findings) },
    lines: findingLines(t, findings),
  }
}

type Writing = {
  target: string
  /** Absent where a bundle is written. */
  requestOn: ReturnType<typeof requestFor> | undefined
  mapping: ImportMapping | undefined
  job: string
}

/** Spans keep the names they came with, where the format has labels and none were asked for. */
const write = async (context: Context, workbench: Workbench, { target, requestOn, mapping, job }: Writing) => {
  const { t } = context
  if (!requestOn) {
    const report = await workbench.exportBundle(target, job)
    return { machine: { file: target, ...report }, lines: [t('cli.export.done', { file: target, ...report })] }
  }
  const request = await requestOn(workbench, job)
  const takesNames = outFormats.find(({ id }) => id === request.format)?.options.mapping && request.labels === undefined
  const articleIds = workbench.articles().map(({ id }) => id)
  const report = await workbench.exportFormat(
    target,
    { ...request, articleIds, ...(takesNames && mapping && { mapping }) },
    job,
  )
  return { machine: { to: target, ...report }, lines: linesOfLoss(report, target, t) }
}
