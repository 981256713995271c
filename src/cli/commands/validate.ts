/** `actant validate`: whether bundles can be trusted; needs no project. */
import { type CliCommand, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { type ExitCode, exitCodeOfVerdict, highest } from '../exit-codes.ts'
import { bundleForm, readable, renamed, withInputs } from '../inputs.ts'
import { explained, findingLines } from '../sentences.ts'
import { validateFiles } from '../session.ts'

export const validate: CliCommand<'validate'> = {
  name: 'validate',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, [
      'actant validate from-anna.bundle.json',
      'actant validate *.bundle.json --json | jq -r \'.files[] | select(.verdict != "accept") | .file\'',
    ])
      .argument(`<${t('cli.name.bundles')}...>`, t('cli.argument.bundles'))
      .action(async (files: string[]) => finish(await validateAll(context, files)))
  },
}

const validateAll = (context: Context, names: string[]): Promise<ExitCode> =>
  withInputs(context, names, bundleForm, async (given) => {
    const { inputs, code } = await readable(context, given)
    if (inputs.length === 0) return code
    const report = await validateFiles(
      context,
      inputs.map(({ path }) => path),
    )
    const files = renamed(report.files, inputs)
    const { t } = context
    const machine = files.map((file) => ({ ...file, findings: explained(t, file.findings) }))
    await giveResult(context, { files: machine }, () =>
      files.flatMap(({ file, verdict, findings }) => [
        t(`cli.validate.${verdict}`, { file, count: findings.length }),
        ...findingLines(t, findings),
      ]),
    )
    return highest([code, ...files.map(({ verdict }) => exitCodeOfVerdict[verdict])])
  })
