/** `actant conflicts`: what was changed in two places and waits for a decision. */
import { Option } from 'commander'
import { Failure } from '../../core/failure.ts'
import type { Annotator } from '../../core/registries.ts'
import type { Conflict, Workbench } from '../../workbench/contract.ts'
import { asOption, type CliCommand, withExamples } from '../command.ts'
import { type Context, giveResult } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { withProject } from '../session.ts'

type Options = { take?: 'first' | 'second'; as?: string }

export const conflicts: CliCommand<'conflicts'> = {
  name: 'conflicts',
  define(command, context, finish) {
    const { t } = context
    withExamples(command, context, ['actant conflicts talks.actant', 'actant conflicts talks.actant --take first'])
      .argument(`<${t('cli.name.project')}>`, t('cli.argument.project'))
      .addOption(new Option('--take <first|second>', t('cli.conflicts.take')).choices(['first', 'second']))
      .addOption(asOption(context))
      .action(async (file: string, { take, as }: Options) => {
        const access = take ? ({ access: 'write', as } as const) : ({ access: 'read' } as const)
        const { list, people } = await withProject(context, file, access, (workbench) => {
          if (take) decideAll(workbench, take)
          return { list: workbench.conflicts(), people: workbench.annotators() }
        })
        await giveResult(context, { conflicts: list.map(asJson) }, () => [
          t('cli.conflicts.total', { file, count: list.length }),
          ...list.flatMap((conflict) => lines(context, conflict, people)),
        ])
        finish(list.length === 0 ? exitCodes.fine : exitCodes.findings)
      })
  },
}

/** Each decision is a step of its own, as in the window. */
const decideAll = (workbench: Workbench, take: 'first' | 'second'): void => {
  for (const { id, versions } of workbench.conflicts()) {
    const chosen = versions[take === 'first' ? 0 : 1]
    try {
      if (chosen) workbench.decideConflict(id, chosen.id)
    } catch (error) {
      // A decision can settle others with it, and one that is impossible stays listed.
      if (!(error instanceof Failure && ['not-found', 'bad-request'].includes(error.code))) throw error
    }
  }
}

const asJson = ({ id, kind, articleId, versions, differing }: Conflict) => ({
  id,
  kind,
  ...(articleId !== undefined && { articleId }),
  differing,
  versions: versions.map(({ side: _side, ...version }) => version),
})

const lines = ({ t }: Context, { id, kind, versions, differing }: Conflict, people: Annotator[]): string[] => [
  `  ${kind}  ${id}  ${
    differing.length > 0
      ? t('cli.conflicts.differing', { members: differing.join(', ') })
      : t('cli.conflicts.deletedOrChanged')
  }`,
  ...versions.map(({ deleted, at, by }, index) => {
    const who = people.find((person) => person.id === by)?.name ?? by
    return `    ${t('cli.conflicts.version', { n: index + 1, what: deleted ? 'deleted' : 'kept', who, at: new Date(at) })}`
  }),
]
