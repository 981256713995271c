/** The system's dialogs. Their methods are looked up at each call, so that tests can answer in a person's place. */
import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron'
import type { PickKind, PickLabels, Question } from '../preload/api.ts'
import type { Purpose } from '../service/control.ts'
import { articleExtensions, tableExtensions } from './article-extensions.ts'

type Opening = { purpose: Purpose; extensions?: string[]; folder?: true; several?: true }
/** `replaces`: the user is asked before an existing file is overwritten; a new project never overwrites one. */
type Saving = { extension?: string | undefined; second?: string; replaces: boolean }

const opening: Record<
  Extract<PickKind, 'articles' | 'annotated' | 'folder' | 'project' | 'bundles' | 'codebook'>,
  Opening
> = {
  articles: {
    purpose: 'article',
    extensions: [...articleExtensions, ...tableExtensions],
    several: true,
  },
  annotated: {
    purpose: 'article',
    extensions: ['ann', 'jsonl', 'json', 'jsonld', 'tsv', 'xmi', 'zip', 'qdpx', 'dna'],
    several: true,
  },
  folder: { purpose: 'folder', folder: true },
  project: { purpose: 'project', extensions: ['actant'] },
  bundles: { purpose: 'bundle', extensions: ['json'], several: true },
  codebook: { purpose: 'bundle', extensions: ['json', 'qdc'] },
}

const saving: Record<Exclude<PickKind, keyof typeof opening>, Saving> = {
  'new-project': { extension: 'actant', replaces: false },
  'save-copy': { extension: 'actant', replaces: true },
  export: { extension: 'json', replaces: true },
  'export-codebook': { extension: 'json', second: 'qdc', replaces: true },
  'export-figures': { extension: 'csv', second: 'json', replaces: true },
  'export-data': { replaces: true },
  'export-folder': { replaces: false },
  'export-account': { extension: 'json', replaces: true },
}

export type Picked = { path: string; purpose: Purpose }

/** Shows the dialog for a kind; empty when it was dismissed. */
export const pick = async (window: BrowserWindow, kind: PickKind, labels: PickLabels): Promise<Picked[]> => {
  if (isOpening(kind)) return pickToOpen(window, opening[kind], labels)
  const path = await pickToSave(window, { extension: labels.extension, ...saving[kind] }, labels)
  return path === undefined ? [] : [{ path, purpose: 'target' }]
}

/** A native question; the index of the button. */
export const ask = async (window: BrowserWindow, question: Question) => {
  const { response } = await dialog.showMessageBox(window, {
    type: question.kind,
    message: question.message,
    buttons: question.buttons,
    noLink: true,
    ...(question.detail !== undefined && { detail: question.detail }),
    ...(question.default !== undefined && { defaultId: question.default }),
    ...(question.cancel !== undefined && { cancelId: question.cancel }),
  })
  return response
}

const isOpening = (kind: PickKind): kind is keyof typeof opening => Object.hasOwn(opening, kind)

const pickToOpen = async (
  window: BrowserWindow,
  { purpose, extensions, folder, several }: Opening,
  labels: PickLabels,
) => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    ...words(labels),
    filters: extensions ? [ownFilter(labels.filter, extensions), everything(labels)] : [],
    properties: [folder ? 'openDirectory' : 'openFile', ...(several ? (['multiSelections'] as const) : [])],
  })
  return canceled ? [] : filePaths.map((path) => ({ path, purpose }))
}

/** Without an extension any name will do: it is a folder's. */
const pickToSave = async (window: BrowserWindow, { extension, second, replaces }: Saving, labels: PickLabels) => {
  const extensions = [extension, second].filter((one) => one !== undefined)
  let suggested = labels.defaultName && join(app.getPath('documents'), fileName(labels.defaultName))
  for (;;) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      ...words(labels),
      ...(suggested && { defaultPath: suggested }),
      filters: [
        ...(extension === undefined ? [] : [ownFilter(labels.filter, [extension])]),
        ...(second === undefined ? [] : [ownFilter(labels.secondFilter, [second])]),
        everything(labels),
      ],
      properties: ['createDirectory', ...(replaces ? (['showOverwriteConfirmation'] as const) : [])],
    })
    if (canceled || !filePath) return undefined
    if (extension === undefined || extensions.includes(extname(filePath).toLowerCase().slice(1))) return filePath
    // The dialog asked about the name without its extension: if the whole name exists, it has to ask again.
    suggested = `${filePath}.${extension}`
    if (!existsSync(suggested)) return suggested
  }
}

const words = ({ title, button }: PickLabels) => ({
  ...(title !== undefined && { title }),
  ...(button !== undefined && { buttonLabel: button }),
})

const ownFilter = (name: string | undefined, extensions: string[]): FileFilter => ({
  name: name ?? extensions.map((extension) => `*.${extension}`).join(', '),
  extensions,
})

const everything = ({ allFiles }: PickLabels): FileFilter => ({ name: allFiles ?? '*', extensions: ['*'] })

/** A title made a file name that every system accepts. */
const fileName = (name: string) => name.replace(/[\p{Cc}<>:"/\\|?*]/gu, '_').slice(0, 120)
