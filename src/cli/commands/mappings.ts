/** `actant mappings`: the import mappings that are saved in a project under names. */
import { Option } from 'commander'
import { foreignReaders } from '../../core/formats/index.ts'
import type { NamedMapping, Workbench } from '../../workbench/contract.ts'
import { type CliCommand, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { mappingIn } from '../mapping-file.ts'
import { withProject } from '../session.ts'
import { wrongUse } from '../stop.ts'
import { table } from '../text.ts'

type Options = { save?: string; from?: string; remove?: true }

const formats = foreignReaders.map(({ id }) => id)

export const mappings: CliCommand<'mappings'> = {
  name: 'mappings',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, [
      'actant mappings talks.actant',
      'actant mappings talks.actant "News corpus" > mapping.json',
      'actant mappings talks.actant "News corpus" --save mapping.json --from brat',
      'actant mappings talks.actant "News corpus" --remove',
    ])
      .argument(`<${t('cli.name.project')}>`, t('cli.argument.project'))
      .argument(`[${t('cli.name.person')}]`, t('cli.mappings.name'))
      .option(`--save <${t('cli.name.file')}>`, t('cli.mappings.save'))
      .addOption(
        new Option(
          `--from <${t('cli.import.name.format')}>`,
          t('cli.import.from', { formats: formats.join(', ') }),
        ).choices(formats),
      )
      .option('--remove', t('cli.mappings.remove'))
      .action(async (project: string, name: string | undefined, options: Options) => {
        await run(context, project, name, options)
        finish(exitCodes.fine)
      })
  },
}

const run = async (context: Context, project: string, name: string | undefined, { save, from, remove }: Options) => {
  const { t } = context
  const all = (workbench: Workbench) => workbench.importMappings()
  if (name === undefined) {
    if (save !== undefined || remove) throw wrongUse(t('cli.usage.missingArgument', { name: t('cli.name.person') }))
    const listed = await withProject(context, project, { access: 'read' }, all)
    return giveResult(context, { mappings: listed }, () => linesOf(context, listed))
  }
  if (save !== undefined && remove) throw wrongUse(t('cli.mappings.either'))
  if (save === undefined && !remove) {
    const listed = await withProject(context, project, { access: 'read' }, all)
    const { mapping } = namedIn(context, listed, name)
    return giveResult(context, mapping, () => JSON.stringify(mapping, null, 2).split('\n'))
  }
  const mapping = save === undefined ? undefined : await mappingIn(context, save)
  if (mapping && from === undefined) throw wrongUse(t('cli.import.noFormat', { formats: formats.join(', ') }))
  const left = await withProject(context, project, { access: 'write' }, (workbench) => {
    if (mapping && from !== undefined) workbench.saveImportMapping({ name, format: from, mapping })
    else workbench.removeImportMapping(namedIn(context, all(workbench), name).name)
    return all(workbench)
  })
  return giveResult(context, { mappings: left }, () => [
    t(mapping ? 'cli.mappings.saved' : 'cli.mappings.gone', { name }),
  ])
}

/** The mapping of this name. Wrong use where there is none. */
export const namedIn = ({ t }: Context, all: readonly NamedMapping[], name: string): NamedMapping => {
  const found = all.find((one) => one.name === name)
  if (!found) throw wrongUse(t('cli.mappings.none', { name }))
  return found
}

const linesOf = ({ t }: Context, all: readonly NamedMapping[]): string[] =>
  all.length === 0
    ? [t('cli.mappings.empty')]
    : table(
        [
          { heading: t('cli.mappings.heading') },
          { heading: t('cli.mappings.format') },
          { heading: t('cli.mappings.rules'), align: 'right' },
        ],
        all.map(({ name, format, mapping }) => [
          name,
          format,
          t('cli.list.count', { count: mapping.spans.length + mapping.relations.length }),
        ]),
      )
