/** `actant import`: annotations made in other programs. */
import { Option } from 'commander'
import { foreignReaders } from '../../core/formats/index.ts'
import { asOption, type CliCommand, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { importCode, importLines, importResult } from '../import-report.ts'
import { mappingOf } from '../mapping-file.ts'
import { requireProject, withProject } from '../session.ts'
import { wrongUse } from '../stop.ts'

type Options = { from?: string; mapping?: string; propose?: true; annotator?: string; dryRun?: true; as?: string }

const formats = foreignReaders.map(({ id }) => id)

export const importCommand: CliCommand<'import'> = {
  name: 'import',
  define(command, context, finish) {
    const { t } = context
    const listed = { formats: formats.join(', ') }
    withExamples(command, context, [
      'actant import talks.actant corpus/ --from brat --propose > mapping.json',
      'actant import talks.actant corpus/ --from brat --mapping mapping.json --dry-run',
      'actant import talks.actant export.json --from labelstudio --annotator "Anna Petrova"',
    ])
      .argument(`<${t('cli.name.project')}>`, t('cli.argument.project'))
      .argument(`<${t('cli.name.files')}...>`, t('cli.import.files'))
      .addOption(new Option(`--from <${t('cli.import.name.format')}>`, t('cli.import.from', listed)).choices(formats))
      .option(`--mapping <${t('cli.import.name.mapping')}>`, t('cli.import.mapping'))
      .option('--propose', t('cli.import.propose'))
      .option(`--annotator <${t('cli.name.person')}>`, t('cli.import.annotator'))
      .option('--dry-run', t('cli.import.dryRun'))
      .addOption(asOption(context))
      .action(async (project: string, files: string[], options: Options) => {
        if (options.from === undefined) throw wrongUse(t('cli.import.noFormat', listed))
        requireProject(context, project)
        const { from: format } = options
        finish(await (options.propose ? propose : take)(context, project, files, { ...options, format }))
      })
  },
}

type Given = Options & { format: string }

const propose = async (context: Context, project: string, files: string[], { format }: Given): Promise<ExitCode> => {
  const mapping = await withProject(context, project, { access: 'read' }, (workbench, job) =>
    workbench.proposeImport(files, format, job),
  )
  await giveResult(context, mapping, () => JSON.stringify(mapping, null, 2).split('\n'))
  return exitCodes.fine
}

const take = async (context: Context, project: string, files: string[], given: Given): Promise<ExitCode> => {
  const { format, annotator, dryRun = false, as } = given
  const name = annotator?.trim()
  if (name === '') throw wrongUse(context.t('cli.usage.emptyName'))
  const report = await withProject(context, project, { access: 'write', as }, async (workbench, job) => {
    const mapping = given.mapping === undefined ? undefined : await mappingOf(context, workbench, given.mapping)
    const request = { files, format, dryRun, ...(mapping && { mapping }), ...(name && { annotator: name }) }
    return workbench.importAnnotated(request, job)
  })
  await giveResult(context, importResult(context.t, report, dryRun), () => importLines(context.t, report, dryRun))
  return importCode(report)
}
