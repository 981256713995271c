/** Asking for files in the system's dialogs. */
import type { Grant, PickKind, PickLabels } from '../../../preload/api.ts'
import type { Shell } from '../app/shell.ts'

/** The words of a dialog about projects or bundles. */
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
  filter: t(kind === 'bundles' || kind === 'export' ? 'bundle.filter' : 'project.filter'),
  ...(defaultName ? { defaultName } : {}),
})

/** One file; nothing where the dialog was dismissed. */
export const pickOne = async (
  shell: Shell,
  kind: PickKind,
  title: string,
  button: string,
  defaultName?: string,
): Promise<Grant | undefined> => (await shell.api.pick(kind, pickLabels(shell, kind, title, button, defaultName)))[0]
