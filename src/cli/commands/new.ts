/** `actant new`: an empty project file. */
import { extname } from 'node:path'
import { type CliCommand, withExamples } from '../command.ts'
import { type Context, giveResult, remark } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { createProject } from '../session.ts'

export const newCommand: CliCommand<'new'> = {
  name: 'new',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, ['actant new talks.actant', 'actant new talks.actant --title "Peace talks 2025"'])
      .argument(`<${t('cli.name.project')}>`, t('cli.new.project'))
      .option(`--title <${t('cli.name.title')}>`, t('cli.new.title'))
      .action(async (file: string, options: { title?: string }) => {
        await create(context, file, options.title)
        finish(exitCodes.fine)
      })
  },
}

const create = async (context: Context, file: string, title: string | undefined) => {
  const project = await createProject(context, file, title)
  if (extname(file) !== '.actant') await remark(context, context.t('cli.new.otherExtension', { file }))
  await giveResult(context, { file, id: project.id, title: project.title }, () => [
    context.t('cli.new.done', { file, title: project.title }),
  ])
}
