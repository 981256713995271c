/** Annotations made in other programs: what the files are, what they hold, what would come of it, and taking them in. */
import type { Grant } from '../../../preload/api.ts'
import type {
  ImportPreview,
  ImportReport,
  ImportRequest,
  NamedMapping,
  PreviewRequest,
  RecognisedFiles,
} from '../../../workbench/contract.ts'
import type { Shell } from '../app/shell.ts'
import { importMappingsQuery } from '../data/queries.ts'
import { type How, runJob } from './jobs.ts'
import { openArticle } from './open-article.ts'
import { pickLabels } from './picking.ts'
import { writable } from './writable.ts'
import { write } from './writing.ts'

export const openImport = (shell: Shell, found?: RecognisedFiles) => {
  if (writable(shell)) shell.ui.set({ dialog: { kind: 'import', found } })
}

/** Files of any format, or a folder; none where the dialog was dismissed. */
export const pickAnnotated = (shell: Shell, kind: 'annotated' | 'folder'): Promise<Grant[]> =>
  shell.api.pick(
    kind,
    pickLabels(
      shell,
      kind,
      shell.t('import.title'),
      shell.t(kind === 'folder' ? 'import.chooseFolder' : 'import.chooseFiles').replace('…', ''),
    ),
  )

export const recognise = (shell: Shell, files: string[], how: How): Promise<RecognisedFiles> =>
  runJob(
    shell,
    ({ t }) => t('import.recognising'),
    (job) => shell.desk.recogniseImport(files, job),
    how,
  )

export const previewImport = (shell: Shell, request: PreviewRequest, how: How): Promise<ImportPreview> =>
  runJob(
    shell,
    ({ t }) => t('import.reading'),
    (job) => shell.desk.previewImport(request, job),
    how,
  )

export const tryImport = (shell: Shell, request: ImportRequest, how: How): Promise<ImportReport> =>
  runJob(
    shell,
    ({ t }) => t('import.trying'),
    (job) => shell.desk.importAnnotated({ ...request, dryRun: true }, job),
    how,
  )

/** Takes everything in as one step, and says what became of each file. */
export const importAnnotated = async (shell: Shell, request: ImportRequest) => {
  const { desk, ui } = shell
  const done = await write(
    shell,
    ({ t }) => t('import.notImported'),
    () =>
      runJob(
        shell,
        ({ t }) => t('import.running'),
        (job) => desk.importAnnotated(request, job),
      ),
    ({ t }) => t('import.stopped'),
  )
  if (!done) return
  const { value: report } = done
  const first = report.files.find(({ articles }) => articles.length > 0)?.articles[0]
  if (first && !ui.get().articleId) openArticle(shell, first)
  ui.set({ dialog: { kind: 'imported', report } })
}

export const saveMapping = async (shell: Shell, named: NamedMapping): Promise<void> => {
  await shell.desk.saveImportMapping(named)
  await shell.queries.fetchQuery({ ...importMappingsQuery(shell), staleTime: 0 })
}

export const removeMapping = async (shell: Shell, name: string): Promise<void> => {
  await shell.desk.removeImportMapping(name)
  await shell.queries.fetchQuery({ ...importMappingsQuery(shell), staleTime: 0 })
}
