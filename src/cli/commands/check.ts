/** `actant check`: whether a project file is sound. */
import { type CliCommand, withExamples } from '../command.ts'
import { giveResult } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { explained, findingLines } from '../sentences.ts'
import { withProject } from '../session.ts'

export const check: CliCommand<'check'> = {
  name: 'check',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, ['actant check talks.actant', 'actant check talks.actant --json'])
      .argument(`<${t('cli.name.project')}>`, t('cli.argument.project'))
      .action(async (file: string) => {
        const { ok, findings } = await withProject(context, file, { access: 'read' }, (workbench, job) =>
          workbench.check(job),
        )
        await giveResult(context, { ok, findings: explained(t, findings) }, () => [
          t(ok ? 'cli.check.sound' : 'cli.check.damaged', { file, count: findings.length }),
          ...findingLines(t, findings),
        ])
        finish(ok ? exitCodes.fine : exitCodes.findings)
      })
  },
}
