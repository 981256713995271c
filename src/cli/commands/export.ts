/** `actant export`: the project, or a part of it, as a bundle, into a file or on stdout; or in the format of another tool. */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../core/failure.ts'
import type { ExportPart, Workbench } from '../../workbench/contract.ts'
import { type CliCommand, repeatedOption, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { isDatabase } from '../database-file.ts'
import { exitCodes } from '../exit-codes.ts'
import { addFormatOptions, exportInFormat, type FormatOptions, isPlain } from '../export-format.ts'
import { withTemporaryFolder } from '../inputs.ts'
import { chosenArticles, chosenPeople } from '../named.ts'
import { withProject } from '../session.ts'
import { wrongUse } from '../stop.ts'

export const exportCommand: CliCommand<'export'> = {
  name: 'export',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, [
      'actant export talks.actant -o talks.bundle.json',
      'actant export talks.actant | gzip > talks.bundle.json.gz',
      'actant export talks.actant --annotator me -o mine.bundle.json',
      'actant export talks.actant --article sha256:4f53cda18c2b -o part.bundle.json',
      'actant export talks.actant --format hf --layer gold --split 80/10/10 -o talks-dataset',
      'actant export talks.actant --format csv-claims --bom -o claims.csv',
    ])
      .argument(`<${t('cli.name.project')}>`, t('cli.argument.project'))
      .option(`-o, --output <${t('cli.name.file')}>`, t('cli.export.output'))
      .addOption(repeatedOption('annotator', t('cli.name.person'), t('cli.export.annotator')))
      .addOption(repeatedOption('article', t('cli.agree.name.article'), t('cli.export.article')))
    addFormatOptions(command, context)
    command.action(async (project: string, options: Wanted & FormatOptions & { output?: string }) => {
      const { output, format, annotator, article } = options
      const wanted = { annotator, article }
      if (format !== undefined) {
        if (output === undefined || output === '-') throw wrongUse(t('formats.needsOutput'))
        if (annotator.length > 0) throw wrongUse(t('formats.layerInstead'))
        if (await isDatabase(output)) throw wrongUse(t('cli.export.wouldReplaceProject', { file: output }))
        await exportInFormat(context, project, output, { ...options, format })
      } else if (!isPlain(options)) throw wrongUse(t('formats.needsFormat'))
      else if (output === undefined || output === '-') await toStdout(context, project, wanted)
      else await toFile(context, project, output, wanted)
      finish(exitCodes.fine)
    })
  },
}

type Wanted = { annotator: string[]; article: string[] }

const toFile = async (context: Context, project: string, file: string, wanted: Wanted) => {
  const { t } = context
  if (await isDatabase(file)) throw wrongUse(t('cli.export.wouldReplaceProject', { file }))
  const report = await withProject(context, project, { access: 'read' }, async (workbench, job) =>
    workbench.exportBundle(file, job, await partOf(context, workbench, wanted)),
  )
  await giveResult(context, { file, ...report }, () => [t('cli.export.done', { file, ...report })])
}

/** The bundle is made whole first, so that a failure half-way leaves nothing on stdout. */
const toStdout = (context: Context, project: string, wanted: Wanted) =>
  withTemporaryFolder(async (folder) => {
    const file = join(folder, 'bundle.json')
    await withProject(context, project, { access: 'read' }, async (workbench, job) =>
      workbench.exportBundle(file, job, await partOf(context, workbench, wanted)),
    )
    for await (const chunk of createReadStream(file)) {
      if (!context.out.isOpen()) return
      if (context.signal.aborted) throw new Failure('cancelled')
      await context.out.write(chunk)
    }
  })

/** The part that was asked for, with its name in words; nothing where it is everything. */
const partOf = async (
  context: Context,
  workbench: Workbench,
  { annotator, article }: Wanted,
): Promise<ExportPart | undefined> => {
  const { t } = context
  if (annotator.length === 0 && article.length === 0) return undefined
  const people = await chosenPeople(annotator, workbench, context)
  const articleIds = chosenArticles(article, workbench.articles(), t)
  const names = people.map(({ name }) => name).join(', ')
  return {
    reason: t('share.reason', { people: people.length, names, articles: articleIds.length }),
    ...(people.length > 0 && { annotatorIds: people.map(({ id }) => id) }),
    ...(articleIds.length > 0 && { articleIds }),
  }
}
