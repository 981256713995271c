/** Looking at what the corpus is made of, going to what a figure or a finding is about, and taking the tables along. */
import { annotationTypeList } from '../../../core/annotation-types/index.ts'
import { type CorpusTable, corpusTables } from '../../../core/corpus/tables.ts'
import { tableCells } from '../../../core/corpus/told.ts'
import { csv, tabbed } from '../../../core/csv.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { CorpusAbout } from '../../../workbench/contract.ts'
import type { Say, Shell } from '../app/shell.ts'
import { showText } from '../app/show-text.ts'
import { wordsIn } from '../app/words.tsx'
import { codeOf, openEntry } from '../codebook/codebook.ts'
import { shown } from '../commands/accelerator.ts'
import { corpusNow, requestNow } from '../corpus/query.ts'
import { changeCorpus, keyOf } from '../corpus/state.ts'
import type { Condition } from '../data/annotation-filter.ts'
import { projectQuery } from '../data/queries.ts'
import { issueOf, openIssue } from '../registry/issues.ts'
import { focusArea, showPane } from './areas.ts'
import { runJob } from './jobs.ts'
import { announce, nothingChanged, notify, notifyFailure } from './notices.ts'
import { openArticle } from './open-article.ts'
import { pickOne } from './picking.ts'
import { leaveToText, takeTextPlace } from './text-place.ts'

export const corpusKey = 'CmdOrCtrl+F9'

/** Puts the corpus in the place of the text, or the text back. */
export const openCorpus = (shell: Shell) => {
  if (shell.ui.get().corpus.shown) return leaveToText(shell)
  takeTextPlace(shell)
  changeCorpus(shell, { shown: true })
}

/** Lists the articles that a part is in, filters by it what is listed of their annotations, and shows the first. */
export const goToPart = async (shell: Shell, about: CorpusAbout, name: Say) => {
  const request = requestNow(shell)
  changeCorpus(shell, { at: keyOf(about) })
  try {
    const { articleIds, first } = await runJob(
      shell,
      ({ t }) => t('corpus.places.looking'),
      (job) => shell.desk.corpusPlaces(request, about, job),
    )
    if (!first) return openUnused(shell, about)
    const { filter, hiddenTypes } = filterOf(about, request.layer)
    shell.ui.set({
      articleSet: { name, ids: articleIds },
      articleWords: '',
      hiddenProgress: [],
      onlyAssigned: false,
      filter,
      hiddenTypes,
    })
    shell.layout.set({ leftTab: 'articles' })
    showPane(shell, 'left')
    const { articleId, annotationId } = first
    if (articleId !== shell.ui.get().articleId) openArticle(shell, articleId, annotationId)
    else {
      shell.ui.set({ focusId: annotationId, editId: undefined, arriving: annotationId })
      showText(shell)
    }
    if (annotationId === undefined) setTimeout(() => focusArea(shell, 'articles'))
    announce(shell, ({ t }) =>
      t('corpus.places', { articles: articleIds.length, back: shown(corpusKey, shell.platform) }),
    )
  } catch (error) {
    notifyFailure(shell, ({ t }) => t('corpus.places.failed'), error, nothingChanged)
  }
}

/** What nothing refers to is shown where it is described. */
const openUnused = (shell: Shell, about: CorpusAbout) => {
  const code = about.kind === 'code' ? codeOf(shell, about.id) : undefined
  const issue = about.kind === 'issue' ? issueOf(shell, about.id) : undefined
  if (code) openEntry(shell, { kind: 'code', record: code })
  else if (issue) openIssue(shell, issue)
  else announce(shell, ({ t }) => t('corpus.places.none'))
}

const filterOf = (about: CorpusAbout, layer: string | undefined) => {
  const conditionOf = (): Condition[] => {
    switch (about.kind) {
      case 'code':
      case 'issue':
      case 'actor':
      case 'annotator':
        return [{ kind: about.kind, id: about.id }]
      case 'task':
        return [{ kind: 'task', id: about.id }]
      case 'lacks':
        return [{ kind: 'lacks', id: about.id }]
      default:
        return []
    }
  }
  const filter = conditionOf()
  const type: AnnotationType | undefined =
    about.kind === 'type' ? about.id : about.kind === 'lacks' ? about.type : undefined
  const isOne = layer === undefined || filter.some(({ kind }) => kind === 'annotator')
  return {
    filter: isOne ? filter : [...filter, { kind: 'annotator' as const, id: layer }],
    hiddenTypes: type === undefined ? [] : annotationTypeList.filter((one) => one !== type),
  }
}

/** One table as it would be on the screen, for a spreadsheet or a document. */
export const copyTable = async (shell: Shell, table: CorpusTable) => {
  await shell.api.copyText(tabbed(tableCells(table, wordsIn(shell.settings.get().language))))
  announce(shell, ({ t }) => t('corpus.copied'))
}

export const copyTables = async (shell: Shell) => {
  const cells = allCells(shell)
  if (!cells) return
  await shell.api.copyText(cells.map(tabbed).join('\n\n'))
  announce(shell, ({ t }) => t('corpus.copied.all'))
}

/** As CSV, one table under the other, or as JSON where the file is called so: what the command line gives. */
export const saveTables = async (shell: Shell) => {
  const { t, desk, queries } = shell
  const [report, cells] = [corpusNow(shell), allCells(shell)]
  if (!report || !cells) return
  const name = queries.getQueryData(projectQuery(shell).queryKey)?.title ?? t('project.untitled')
  const suggested = `${name}.corpus.csv`
  const target = await pickOne(shell, 'export-figures', t('corpus.save'), t('corpus.save.button'), suggested)
  if (!target) return
  try {
    const text = /\.json$/i.test(target.name)
      ? `${JSON.stringify(report, undefined, 2)}\n`
      : // Spreadsheets tell UTF-8 by this mark.
        `\uFEFF${cells.map(csv).join('\r\n')}`
    await desk.saveText(target.handle, text)
    notify(shell, { tone: 'done', title: ({ t }) => t('corpus.saved', { file: target.name }) })
  } catch (error) {
    notifyFailure(shell, ({ t }) => t('corpus.notSaved'), error, nothingChanged)
  }
}

const allCells = (shell: Shell) => {
  const report = corpusNow(shell)
  return report && corpusTables(report).map((table) => tableCells(table, wordsIn(shell.settings.get().language)))
}
