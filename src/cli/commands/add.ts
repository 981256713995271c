/** `actant add`: articles from files and folders. */
import type { AddedFile, AddReport } from '../../workbench/contract.ts'
import { asOption, type CliCommand, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { renamed, withInputs } from '../inputs.ts'
import { failureSentence } from '../sentences.ts'
import { requireProject, withProject } from '../session.ts'

type Options = { as?: string; encoding?: string; name: string; wholePage?: boolean }

export const add: CliCommand<'add'> = {
  name: 'add',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, [
      'actant add talks.actant article.html notes.md',
      'actant add talks.actant ~/articles --as "Anna Petrova"',
      'actant add talks.actant old.txt --encoding windows-1251',
      'curl -s https://example.org/a | actant add talks.actant - --name a.html',
    ])
      .argument(`<${t('cli.name.project')}>`, t('cli.argument.project'))
      .argument(`<${t('cli.name.files')}...>`, t('cli.add.files'))
      .option(`--encoding <${t('cli.name.encoding')}>`, t('cli.add.encoding'))
      .option('--whole-page', t('cli.add.wholePage'))
      .option(`--name <${t('cli.name.fileName')}>`, t('cli.add.name'), 'stdin.txt')
      .addOption(asOption(context))
      .action(async (project: string, files: string[], options: Options) =>
        finish(await addFiles(context, project, files, options)),
      )
  },
}

const addFiles = async (
  context: Context,
  project: string,
  names: string[],
  { name, encoding, as, wholePage }: Options,
) => {
  requireProject(context, project)
  // Loaded when it is needed, as in session.ts.
  const { articleLimit } = await import('../../workbench/article-files.ts')
  return withInputs(context, names, { name, limit: articleLimit }, async (inputs) => {
    const report = await withProject(context, project, { access: 'write', as }, (workbench, job) =>
      workbench.addArticles(
        inputs.map(({ path }) => ({
          file: path,
          ...(encoding !== undefined && { encoding }),
          ...(wholePage && { wholePage }),
        })),
        job,
      ),
    )
    return tell(context, { ...report, files: renamed(report.files, inputs) })
  })
}

const tell = async (context: Context, { added, existing, refused, files }: AddReport): Promise<ExitCode> => {
  const { t } = context
  const described = files.map((file) => describe(context, file))
  await giveResult(context, { added, existing, refused, files: described }, () => [
    ...described.map(({ file, outcome, reason }) => t(`cli.add.${outcome}`, { file, reason: reason ?? '' })),
    t('cli.add.total', { added, existing, refused }),
  ])
  return refused > 0 ? exitCodes.refused : exitCodes.fine
}

const describe = ({ t }: Context, { file, outcome, article, failure }: AddedFile) => ({
  file,
  outcome,
  ...(article !== undefined && { article }),
  ...(failure && { reason: failureSentence(t, failure) }),
})
