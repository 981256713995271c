/** `actant export`: the whole project as a bundle, into a file or on stdout. */
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../core/failure.ts'
import { type CliCommand, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { withTemporaryFolder } from '../inputs.ts'
import { withProject } from '../session.ts'
import { wrongUse } from '../stop.ts'

export const exportCommand: CliCommand<'export'> = {
  name: 'export',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, [
      'actant export talks.actant -o talks.bundle.json',
      'actant export talks.actant | gzip > talks.bundle.json.gz',
    ])
      .argument(`<${t('cli.name.project')}>`, t('cli.argument.project'))
      .option(`-o, --output <${t('cli.name.file')}>`, t('cli.export.output'))
      .action(async (project: string, { output }: { output?: string }) => {
        if (output === undefined || output === '-') await toStdout(context, project)
        else await toFile(context, project, output)
        finish(exitCodes.fine)
      })
  },
}

const toFile = async (context: Context, project: string, file: string) => {
  const { t } = context
  if (await isDatabase(file)) throw wrongUse(t('cli.export.wouldReplaceProject', { file }))
  const report = await withProject(context, project, { access: 'read' }, (workbench, job) =>
    workbench.exportBundle(file, job),
  )
  await giveResult(context, { file, ...report }, () => [t('cli.export.done', { file, ...report })])
}

/** The bundle is made whole first, so that a failure half-way leaves nothing on stdout. */
const toStdout = (context: Context, project: string) =>
  withTemporaryFolder(async (folder) => {
    const file = join(folder, 'bundle.json')
    await withProject(context, project, { access: 'read' }, (workbench, job) => workbench.exportBundle(file, job))
    for await (const chunk of createReadStream(file)) {
      if (!context.out.isOpen()) return
      if (context.signal.aborted) throw new Failure('cancelled')
      await context.out.write(chunk)
    }
  })

const SQLITE_HEADER = 'SQLite format 3\0'

/** Project files are the one thing that must not be lost to a slip of `-o`. */
const isDatabase = async (file: string): Promise<boolean> => {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) return false
  const handle = await open(file).catch(() => undefined)
  if (!handle) return false
  try {
    const { buffer } = await handle.read({ buffer: Buffer.alloc(SQLITE_HEADER.length), position: 0 })
    return buffer.toString('latin1') === SQLITE_HEADER
  } finally {
    await handle.close()
  }
}
