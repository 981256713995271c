/** `actant merge`: bundles into a project, each whole or not at all. */
import { recordKinds } from '../../core/records.ts'
import type { MergeReport, RecordCounts } from '../../workbench/contract.ts'
import { asOption, type CliCommand, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { type ExitCode, exitCodes, highest } from '../exit-codes.ts'
import { bundleForm, readable, renamed, withInputs } from '../inputs.ts'
import { explained, findingLines } from '../sentences.ts'
import { requireProject, withProject } from '../session.ts'

type Options = { as?: string; dryRun?: true }
type MergedFile = MergeReport['files'][number]

export const merge: CliCommand<'merge'> = {
  name: 'merge',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, [
      'actant merge talks.actant from-anna.bundle.json from-boris.bundle.json',
      'actant merge talks.actant from-anna.bundle.json --dry-run',
      'gunzip -c from-anna.bundle.json.gz | actant merge talks.actant -',
    ])
      .argument(`<${t('cli.name.project')}>`, t('cli.argument.project'))
      .argument(`<${t('cli.name.bundles')}...>`, t('cli.argument.bundles'))
      .option('--dry-run', t('cli.merge.dryRun'))
      .addOption(asOption(context))
      .action(async (project: string, files: string[], options: Options) =>
        finish(await mergeFiles(context, project, files, options)),
      )
  },
}

const mergeFiles = (context: Context, project: string, names: string[], { as, dryRun }: Options) => {
  requireProject(context, project)
  return withInputs(context, names, bundleForm, async (given) => {
    const { inputs, code } = await readable(context, given)
    if (inputs.length === 0) return code
    const paths = inputs.map(({ path }) => path)
    const report = await withProject(context, project, { access: 'write', as }, (workbench, job) =>
      dryRun ? workbench.previewMerge(paths, job) : workbench.mergeBundles(paths, job),
    )
    const files = renamed(report.files, inputs)
    const machine = files.map((file) => ({ ...file, findings: explained(context.t, file.findings) }))
    await giveResult(context, { files: machine }, () =>
      files.flatMap((file) => lines(context, file, dryRun ? 'would' : 'merged')),
    )
    return highest([code, ...files.map(exitCodeOfFile)])
  })
}

const exitCodeOfFile = ({ outcome, findings }: MergedFile): ExitCode =>
  outcome === 'refused' ? exitCodes.refused : findings.length > 0 ? exitCodes.findings : exitCodes.fine

const groups = ['new', 'newer', 'older', 'equal', 'conflicts'] as const

const lines = (context: Context, file: MergedFile, outcome: 'merged' | 'would'): string[] => {
  const { t } = context
  if (file.outcome === 'refused')
    return [t('cli.merge.refused', { file: file.file }), ...findingLines(t, file.findings)]
  const dangling = countsLine(context, file.dangling)
  return [
    t(`cli.merge.${outcome}`, { file: file.file }),
    ...groups.flatMap((group) => {
      const counts = countsLine(context, file[group])
      return counts ? [`  ${t(`cli.merge.${group}`, { counts })}`] : []
    }),
    ...(file.reanchored > 0 ? [`  ${t('cli.merge.reanchored', { count: file.reanchored })}`] : []),
    ...(file.orphans > 0 ? [`  ${t('cli.merge.orphans', { count: file.orphans })}`] : []),
    ...(file.texts.length > 0 ? [`  ${t('cli.merge.texts', { count: file.texts.length })}`] : []),
    ...(dangling ? [`  ${t('cli.merge.dangling', { counts: dangling })}`] : []),
    ...findingLines(t, file.findings),
  ]
}

const countsLine = ({ t }: Context, counts: RecordCounts): string =>
  [...recordKinds, 'tombstone' as const]
    .filter((kind) => counts[kind])
    .map((kind) => t(`cli.count.${kind}`, { count: counts[kind] ?? 0 }))
    .join(', ')
