/** Adding, correcting and removing articles. */

import type { Grant } from '../../../preload/api.ts'
import type { ArticleInput, MetadataChange } from '../../../workbench/contract.ts'
import type { Shell } from '../app/shell.ts'
import { articlesQuery } from '../data/queries.ts'
import { travel } from './history.ts'
import { runJob } from './jobs.ts'
import { announce, notify } from './notices.ts'
import { openArticle } from './open-article.ts'
import { writable } from './writable.ts'
import { write } from './writing.ts'

export const pickArticles = async (shell: Shell, kind: 'articles' | 'folder') => {
  const { api, t } = shell
  const grants = await api.pick(kind, {
    title: t(kind === 'articles' ? 'article.addFiles' : 'article.addFolder'),
    button: t('article.add'),
    filter: t('article.files'),
    allFiles: t('file.all'),
  })
  await addGrants(shell, grants)
}

/** Of tables it is asked first what their columns are. */
export const addGrants = async (shell: Shell, grants: readonly Grant[]) => {
  const isTable = ({ kind, name }: Grant) => kind !== 'folder' && /\.(csv|tsv|tab|jsonl|ndjson|json)$/i.test(name)
  const tables = grants.filter(isTable)
  const others = grants.filter((grant) => !isTable(grant)).map(({ handle }) => ({ file: handle }))
  if (tables.length === 0) await addInputs(shell, others)
  else if (writable(shell)) shell.ui.set({ dialog: { kind: 'tables', tables, others } })
}

export const addFiles = (shell: Shell, handles: readonly string[]) =>
  addInputs(
    shell,
    handles.map((file) => ({ file })),
  )

/** Asks for the text of an article, with what the clipboard holds where it may be read. */
export const openPaste = ({ ui }: Shell, text = '') => ui.set({ dialog: { kind: 'paste', text } })

export const paste = (shell: Shell, text: string, mediaType: 'text/plain' | 'text/markdown' | 'text/html') =>
  addInputs(shell, [{ paste: text, mediaType }])

export const addInputs = async (shell: Shell, inputs: readonly ArticleInput[]) => {
  const { desk, ui } = shell
  if (inputs.length === 0 || !writable(shell)) return
  shell.adding.count += 1
  const done = await write(
    shell,
    ({ t }) => t('article.notAdded'),
    () =>
      runJob(
        shell,
        ({ t }) => t('article.adding'),
        (job) => desk.addArticles([...inputs], job),
      ),
    ({ t }) => t('article.addingStopped'),
  )
  shell.adding.count -= 1
  if (!done) return
  const { value: report } = done
  const single = report.files.length === 1 && !report.files[0]?.rows ? report.files[0] : undefined
  const first = report.files.find(({ article }) => article)?.article
  if (first && (single || !ui.get().articleId)) openArticle(shell, first)
  if (single?.outcome === 'existing') announce(shell, ({ t }) => t('article.wasThere'))
  else if (report.existing + report.refused === 0 && !report.stopped)
    announce(shell, ({ t }) => t('article.added', { count: report.added }))
  else ui.set({ dialog: { kind: 'added', report } })
}

export const removeArticle = async (shell: Shell, articleId: string) => {
  const { desk, ui, queries } = shell
  if (!writable(shell)) return
  const list = queries.getQueryData(articlesQuery(shell).queryKey) ?? []
  const index = list.findIndex(({ id }) => id === articleId)
  const done = await write(
    shell,
    ({ t }) => t('article.notRemoved'),
    () => desk.removeArticles([articleId]),
  )
  if (!done) return
  if (ui.get().articleId === articleId) openArticle(shell, (list[index + 1] ?? list[index - 1])?.id)
  notify(shell, {
    tone: 'done',
    title: ({ t }) => t('article.removed'),
    body: ({ t }) => t('article.removed.undo'),
    action: { label: ({ t }) => t('edit.undo'), run: () => void travel(shell, 'undo') },
  })
}

export const changeMetadata = async (shell: Shell, articleId: string, change: MetadataChange): Promise<boolean> => {
  const { desk } = shell
  if (Object.keys(change).length === 0) return true
  const done = await write(
    shell,
    ({ t }) => t('article.notChanged'),
    () => desk.updateArticle(articleId, change),
  )
  return done !== undefined
}

/** Reads the article's bytes anew in another encoding; its id may be another one then. */
export const reinterpret = async (shell: Shell, articleId: string, encoding: string) => {
  const { desk, ui } = shell
  const done = await write(
    shell,
    ({ t }) => t('article.notReread'),
    () => desk.reinterpretArticle(articleId, encoding),
  )
  if (!done) return
  openArticle(shell, done.value.id)
  ui.set({ dialog: { kind: 'article', articleId: done.value.id } })
}
