/** `actant add`: articles from files and folders. */
import { Failure } from '../../core/failure.ts'
import { columnRoles, type TableColumns, tableColumns } from '../../core/table/columns.ts'
import type { AddedFile, AddReport, ArticleInput, Workbench } from '../../workbench/contract.ts'
import { asOption, type CliCommand, withExamples } from '../command.ts'
import { type Context, giveResult, remark } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { renamed, withInputs } from '../inputs.ts'
import { failureSentence } from '../sentences.ts'
import { requireProject, withProject } from '../session.ts'
import { wrongUse } from '../stop.ts'

type Options = { as?: string; encoding?: string; name: string; wholePage?: boolean; columns?: string }

export const add: CliCommand<'add'> = {
  name: 'add',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, [
      'actant add talks.actant article.html notes.md',
      'actant add talks.actant ~/articles --as "Anna Petrova"',
      'actant add talks.actant old.txt --encoding windows-1251',
      'actant add talks.actant corpus.csv --columns text=body,title=headline,date=published',
      'curl -s https://example.org/a | actant add talks.actant - --name a.html',
    ])
      .argument(`<${t('cli.name.project')}>`, t('cli.argument.project'))
      .argument(`<${t('cli.name.files')}...>`, t('cli.add.files'))
      .option(`--encoding <${t('cli.name.encoding')}>`, t('cli.add.encoding'))
      .option('--whole-page', t('cli.add.wholePage'))
      .option(`--columns <${t('cli.name.columns')}>`, t('cli.add.columns', { roles: columnRoles.join(', ') }))
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
  { name, encoding, as, wholePage, columns }: Options,
) => {
  requireProject(context, project)
  const named = columns === undefined ? undefined : parseColumns(context, columns)
  // Loaded when it is needed, as in session.ts.
  const { articleLimit } = await import('../../workbench/article-files.ts')
  return withInputs(context, names, { name, limit: articleLimit }, async (inputs) => {
    const report = await withProject(context, project, { access: 'write', as }, async (workbench, job) => {
      const files: ArticleInput[] = []
      for (const { path } of inputs) {
        const chosen = isTable(path)
          ? (named ?? (await proposedColumns(context, workbench, path, encoding, job)))
          : undefined
        files.push({
          file: path,
          ...(encoding !== undefined && { encoding }),
          ...(wholePage && { wholePage }),
          ...(chosen && { columns: chosen }),
        })
      }
      return workbench.addArticles(files, job)
    })
    return tell(context, { ...report, files: renamed(report.files, inputs) })
  })
}

const tell = async (context: Context, { added, existing, refused, files, stopped }: AddReport): Promise<ExitCode> => {
  const { t } = context
  const described = files.map((file) => describe(context, file))
  await giveResult(context, { added, existing, refused, ...(stopped && { stopped }), files: described }, () => [
    ...described.map(({ file, outcome, reason, rows }) =>
      rows ? t('cli.add.table', { file, ...rows }) : t(`cli.add.${outcome}`, { file, reason: reason ?? '' }),
    ),
    t('cli.add.total', { added, existing, refused }),
  ])
  if (stopped) throw new Failure('cancelled')
  return refused > 0 ? exitCodes.refused : exitCodes.fine
}

const describe = ({ t }: Context, { file, row, rows, outcome, article, failure }: AddedFile) => ({
  file: row === undefined ? file : `${file}#${row}`,
  outcome,
  ...(rows && { rows }),
  ...(article !== undefined && { article }),
  ...(failure && { reason: failureSentence(t, failure) }),
})

const isTable = (path: string): boolean => /\.(csv|tsv|tab|jsonl|ndjson|json)$/i.test(path)

/** `text=body,title=headline`; a comma belongs to a name unless a role follows it. */
const parseColumns = ({ t }: Context, given: string): TableColumns => {
  const roles = columnRoles.join('|')
  const parts = given.split(new RegExp(`,(?=\\s*(?:${roles})=)`))
  const entries = parts.map((part) => [
    part.slice(0, part.indexOf('=')).trim(),
    part.slice(part.indexOf('=') + 1).trim(),
  ])
  const { data } = tableColumns.safeParse(Object.fromEntries(entries))
  if (!data) throw wrongUse(t('cli.add.columns.wrong', { given, roles: columnRoles.join(', ') }))
  return data
}

/** What was chosen for such a table before, or what its columns look like; said, because nobody was asked. */
const proposedColumns = async (
  context: Context,
  workbench: Workbench,
  path: string,
  encoding: string | undefined,
  job: string,
): Promise<TableColumns | undefined> => {
  const { t } = context
  try {
    const { columns, proposal } = await workbench.previewTable(path, encoding, job)
    const { data } = tableColumns.safeParse(proposal)
    if (!data) throw wrongUse(t('cli.add.columns.none', { file: path, columns: columns.join(', ') }))
    const taken = Object.entries(data).map(([role, name]) => `${role}=${name}`)
    await remark(context, t('cli.add.columns.taken', { file: path, columns: taken.join(',') }))
    return data
  } catch (error) {
    // Adding it says by name why it cannot be read.
    if (error instanceof Failure && error.code === 'unreadable-article') return { text: 'text' }
    throw error
  }
}
