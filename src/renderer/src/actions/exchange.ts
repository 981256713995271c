/** The long work on a whole project: copies, bundles going out, checks. */
import type { ExportPart, ExportSelection } from '../../../workbench/contract.ts'
import type { Say, Shell } from '../app/shell.ts'
import { projectQuery } from '../data/queries.ts'
import { runJob } from './jobs.ts'
import { nothingChanged, notify, notifyFailure } from './notices.ts'
import { pickLabels, pickOne } from './picking.ts'
import { stepDone } from './steps.ts'

export const saveCopy = async (shell: Shell) => {
  const { t, desk } = shell
  const name = shell.queries.getQueryData(projectQuery(shell).queryKey)?.fileName
  const target = await pickOne(shell, 'save-copy', t('project.saveCopy'), t('project.saveCopy.button'), name)
  if (!target) return
  await attempt(
    shell,
    ({ t }) => t('project.copyNotSaved'),
    async () => {
      await runJob(
        shell,
        ({ t }) => t('project.savingCopy'),
        (job) => desk.saveCopy(target.handle, job),
      )
      notify(shell, {
        tone: 'done',
        title: ({ t }) => t('project.copySaved'),
        body: ({ t }) => t('project.copySaved.body'),
      })
    },
  )
}

/** The whole project, or a part of it. */
export const exportBundle = async (shell: Shell, selection: ExportSelection = {}) => {
  const { t, desk } = shell
  const part = partOf(shell, selection)
  const name = shell.queries.getQueryData(projectQuery(shell).queryKey)?.title ?? t('project.untitled')
  const target = await pickOne(
    shell,
    'export',
    t('bundle.export'),
    t('bundle.export.button'),
    `${name}${part ? ` – ${part.reason}` : ''}.bundle.json`,
  )
  if (!target) return
  await attempt(
    shell,
    ({ t }) => t('bundle.notExported'),
    async () => {
      const report = await runJob(
        shell,
        ({ t }) => t('bundle.exporting'),
        (job) => desk.exportBundle(target.handle, job, part),
      )
      stepDone(shell, 4)
      notify(shell, {
        tone: 'done',
        title: ({ t }) => t('bundle.exported', { file: target.name }),
        body: ({ t }) =>
          t('bundle.exported.body', {
            articles: report.articles,
            annotations: report.annotations,
            kilobytes: Math.max(1, Math.round(report.bytes / 1024)),
          }),
        details: report.digest,
      })
    },
  )
}

/** With its name in words; nothing where it is everything. */
const partOf = ({ t, settings }: Shell, selection: ExportSelection): ExportPart | undefined => {
  const { annotatorIds = [], articleIds = [] } = selection
  if (annotatorIds.length + articleIds.length === 0) return undefined
  const names = settings.get().identity?.name ?? ''
  return {
    ...selection,
    reason: t('share.reason', { people: annotatorIds.length, names, articles: articleIds.length }),
  }
}

export const validateBundles = async (shell: Shell) => {
  const { t, desk, api, ui } = shell
  const grants = await api.pick(
    'bundles',
    pickLabels(shell, 'bundles', t('bundle.validate'), t('bundle.validate.button')),
  )
  if (grants.length === 0) return
  const files = grants.map(({ handle }) => handle)
  await attempt(
    shell,
    ({ t }) => t('bundle.notValidated'),
    async () => {
      const report = await runJob(
        shell,
        ({ t }) => t('bundle.validating'),
        (job) => desk.validateBundles(files, job),
      )
      ui.set({ dialog: { kind: 'validated', report } })
    },
  )
}

export const checkProject = async (shell: Shell) => {
  const { desk, ui } = shell
  await attempt(
    shell,
    ({ t }) => t('project.notChecked'),
    async () => {
      const report = await runJob(
        shell,
        ({ t }) => t('project.checking'),
        (job) => desk.check(job),
      )
      ui.set({ dialog: { kind: 'checked', report } })
    },
  )
}

const attempt = async (shell: Shell, title: Say, run: () => Promise<void>) => {
  try {
    await run()
  } catch (error) {
    notifyFailure(shell, title, error, nothingChanged)
  }
}
