/** Asking for files in the system's dialogs. */
import type { MessageKey } from '../../../i18n/index.ts'
import type { Grant, PickKind, PickLabels } from '../../../preload/api.ts'
import type { Shell } from '../app/shell.ts'

/** The words of a dialog about projects, bundles, codebooks or figures. */
export const pickLabels = (
  { t }: Shell,
  kind: PickKind,
  title: string,
  button: string,
  defaultName?: string,
): PickLabels => ({
  title,
  button,
  allFiles: t('file.all'),
  filter: t(filters[kind] ?? 'project.filter'),
  secondFilter: t(kind === 'export-figures' ? 'agreement.filter.json' : 'codebook.filter.qdc'),
  ...(defaultName ? { defaultName } : {}),
})

const filters: Partial<Record<PickKind, MessageKey>> = {
  annotated: 'import.filter',
  bundles: 'bundle.filter',
  export: 'bundle.filter',
  codebook: 'codebook.filter.import',
  'export-codebook': 'codebook.filter',
  'export-figures': 'agreement.filter.csv',
  'export-data': 'export.filter',
  'export-account': 'export.saveJson.filter',
}

/** One file; nothing where the dialog was dismissed. */
export const pickOne = async (
  shell: Shell,
  kind: PickKind,
  title: string,
  button: string,
  defaultName?: string,
): Promise<Grant | undefined> => (await shell.api.pick(kind, pickLabels(shell, kind, title, button, defaultName)))[0]
