/** The use cases over one open project. */
import { basename } from 'node:path'
import { z } from 'zod'
import { readArticle } from '../readers/index.ts'
import { countAllAnnotations } from '../store/annotation-counts.ts'
import { countArticles, listArticles } from '../store/articles.ts'
import { asFailure, guarded } from '../store/failures.ts'
import { act, nextRedo, nextUndo, type StoredStep, swapStep } from '../store/history.ts'
import { listProgress } from '../store/links.ts'
import type { Project } from '../store/open.ts'
import { readProjectRow } from '../store/project-row.ts'
import { listRecords } from '../store/records.ts'
import { countOwn, type OwnCounts } from '../store/sight.ts'
import { putProject, type Session } from '../store/write.ts'
import { addArticles } from './add-articles.ts'
import { adjudicable, adjudicate, adjudicateByRule } from './adjudicate.ts'
import { measureAgreement, saveText } from './agreement.ts'
import { addAnnotation, annotationsOf, removeAnnotations, updateAnnotation } from './annotate.ts'
import { announcer } from './announce.ts'
import {
  existingArticle,
  previewEncoding,
  reinterpretArticle,
  removeArticles,
  summaryOf,
  updateArticle,
} from './articles.ts'
import { sightIn } from './blind.ts'
import { validateBundles } from './bundle-files.ts'
import { checkProject } from './check-project.ts'
import { conflicts, decideConflict } from './conflicts.ts'
import { type Events, type FileRef, type StepInfo, stepActions, type Workbench } from './contract.ts'
import { measureProject, placesOf } from './corpus.ts'
import { correctionCalls } from './correct.ts'
import { duplicateCalls } from './duplicates.ts'
import { mergeBundles, previewMerge } from './exchange.ts'
import { exportBundle, saveCopy } from './export-bundle.ts'
import { exportFormat, previewFormat } from './export-format.ts'
import { importAnnotated, previewImport, proposeImport } from './import-annotated.ts'
import { mappingCalls } from './import-mappings.ts'
import { createJobs } from './jobs.ts'
import { modelCalls } from './model.ts'
import { peopleCalls } from './people.ts'
import type { ReadFile } from './read-content.ts'
import { recogniseImport } from './recognise-files.ts'
import { duplicateAnnotation, splitAnnotation } from './reshape.ts'
import { splitCalls } from './splits.ts'
import { suggestActors } from './suggest.ts'
import { previewTable } from './table-files.ts'

const stepAction = z.enum(stepActions)

export type WorkbenchOptions = {
  project: Project
  now(): Date
  /** A new UUIDv7. */
  newId(): string
  /** The path behind what a caller names a file by; paths themselves, where nothing else is given. */
  resolveFile?(ref: FileRef): string
  /** Reads articles' files; in this process, where nothing else is given. */
  readFile?: ReadFile
  /** Whether blind mode hides anything here: in the window, where people read. */
  keepsBlind?: boolean
  emit?<K extends keyof Events>(event: K, data: Events[K]): void
}

/** The project is opened and closed by the caller (`store/open.ts`). */
export const createWorkbench = (options: WorkbenchOptions): Workbench => {
  const { project, now, newId, resolveFile = (ref) => ref, readFile = readArticle } = options
  const { emit = () => {}, keepsBlind = false } = options
  const { db } = project
  const session: Session = { project, now, newId, keepsBlind }
  const jobs = createJobs((progress) => emit('progress', progress))
  const announce = announcer((changed) => emit('changed', changed))
  const swap = (step: StoredStep | undefined, to: 'done' | 'undone'): StepInfo | undefined => {
    if (step) announce({ result: undefined, touched: swapStep(session, step, to) })
    return step && infoOf(step)
  }
  const workbench: Workbench = {
    project: () => ({
      ...titleAndId(project),
      fileName: basename(project.path),
      access: project.access,
      ...(project.holder && { holder: project.holder }),
      ...(project.reason && { reason: project.reason }),
      articles: countArticles(db),
      annotations: countAllAnnotations(db),
    }),
    renameProject: (title) => {
      const row = readProjectRow(db)
      if (row.title === title) return
      announce(act(session, { action: 'project.rename', params: { title } }, (tx) => putProject(tx, { ...row, title })))
    },
    identify: (me) => {
      session.me = me
    },
    annotators: () => listRecords(db, 'annotator'),
    registries: () => ({
      actors: listRecords(db, 'actor'),
      issues: listRecords(db, 'issue'),
      codes: listRecords(db, 'code'),
      annotators: listRecords(db, 'annotator'),
    }),
    suggestActors: (articleId, where, limit) => suggestActors(session, articleId, where, limit),
    articles: (ids) => {
      const sight = sightIn(session)
      const own = sight && countOwn(db, sight, ids)
      const progress = listProgress(db)
      return listArticles(db, ids).map((listed) => {
        const { id } = listed.article
        return summaryOf(
          listed,
          session.me?.id,
          progress.get(id),
          sight && !sight.done.has(id) && (own?.get(id) ?? nothing),
        )
      })
    },
    article: (id) => existingArticle(session, id),
    addArticles: (files, job) =>
      jobs.run(job, (run) => addArticles(session, announce, { resolveFile, readFile }, files, run)),
    updateArticle: (id, change) => updateArticle(session, announce, id, change),
    previewEncoding: (id, encoding) => previewEncoding(session, readFile, id, encoding),
    reinterpretArticle: (id, encoding) => reinterpretArticle(session, announce, readFile, id, encoding),
    removeArticles: (ids) => removeArticles(session, announce, ids),
    annotations: (articleId, part) => annotationsOf(session, articleId, part),
    addAnnotation: (draft) => addAnnotation(session, announce, draft),
    updateAnnotation: (id, change) => updateAnnotation(session, announce, id, change),
    duplicateAnnotation: (id, newId) => duplicateAnnotation(session, announce, id, newId),
    splitAnnotation: (id, at) => splitAnnotation(session, announce, id, at),
    removeAnnotations: (ids, how) => removeAnnotations(session, announce, ids, how),
    ...modelCalls(session, announce, resolveFile),
    ...correctionCalls(session, announce),
    ...splitCalls(session, announce, jobs),
    ...peopleCalls(session, announce),
    ...duplicateCalls(session, announce),
    history: () => {
      const undo = nextUndo(db)
      const redo = nextRedo(db)
      return { ...(undo && { undo: infoOf(undo) }), ...(redo && { redo: infoOf(redo) }) }
    },
    undo: () => swap(nextUndo(db), 'undone'),
    redo: () => swap(nextRedo(db), 'done'),
    exportBundle: (to, job, part) => jobs.run(job, (run) => exportBundle(project, resolveFile(to), run, part)),
    exportFormat: (to, request, job) => jobs.run(job, (run) => exportFormat(project, resolveFile(to), request, run)),
    previewFormat: (request, job) => jobs.run(job, (run) => previewFormat(project, request, run)),
    mergeBundles: (files, job) => jobs.run(job, (run) => mergeBundles(session, announce, resolveFile, files, run)),
    previewMerge: (files, job) => jobs.run(job, (run) => previewMerge(session, resolveFile, files, run)),
    conflicts: (filter) => conflicts(session, filter),
    decideConflict: (id, choice) => decideConflict(session, announce, id, choice),
    validateBundles: (files, job) => jobs.run(job, (run) => validateBundles(resolveFile, files, run)),
    agreement: (request, job) => jobs.run(job, (run) => measureAgreement(session, request, run)),
    corpus: (request, job) => jobs.run(job, (run) => measureProject(session, request, run)),
    corpusPlaces: (request, about, job) => jobs.run(job, (run) => placesOf(session, request, about, run)),
    adjudicable: (articleId, annotatorIds) => adjudicable(session, articleId, annotatorIds),
    adjudicate: (articleId, decisions) => adjudicate(session, announce, articleId, decisions),
    adjudicateByRule: (request) => adjudicateByRule(session, announce, request),
    saveText: (to, text) => saveText(project, resolveFile(to), text),
    importAnnotated: (request, job) =>
      jobs.run(job, (run) => importAnnotated(session, announce, resolveFile, request, run)),
    proposeImport: (files, format, job) =>
      jobs.run(job, (run) => proposeImport({ resolveFile, db: project.db }, files, format, run)),
    previewImport: (request, job) =>
      jobs.run(job, (run) => previewImport({ resolveFile, db: project.db }, request, run)),
    recogniseImport: (files, job) => jobs.run(job, (run) => recogniseImport(resolveFile, files, run)),
    ...mappingCalls(session, announce),
    previewTable: (file, encoding, job) => jobs.run(job, (run) => previewTable(db, resolveFile(file), encoding, run)),
    check: (job) => jobs.run(job, (run) => checkProject(project, announce, run)),
    saveCopy: (to, job) => jobs.run(job, (run) => saveCopy(project, resolveFile(to), run)),
    cancel: (job) => jobs.cancel(job),
  }
  return withFailures(workbench, project.path)
}

const nothing: OwnCounts = { annotations: { actor: 0, position: 0, claim: 0 }, hiddenPeople: 0 }

const titleAndId = ({ db }: Project): { id: string; title: string } => {
  const { id, title } = readProjectRow(db)
  return { id, title }
}

const infoOf = ({ action, ...step }: StoredStep): StepInfo => ({ ...step, action: stepAction.parse(action) })

/** What SQLite and the file system throw reaches the caller as `Failure`, from every call alike. */
const withFailures = (workbench: Workbench, path: string): Workbench => {
  const guard =
    (call: (...args: never[]) => unknown) =>
    (...args: never[]): unknown => {
      const result = guarded(path, () => call(...args))
      return result instanceof Promise ? result.catch((error) => Promise.reject(asFailure(error, path))) : result
    }
  return Object.fromEntries(
    Object.entries(workbench).map(([name, call]) => [name, guard(call)]),
  ) as unknown as Workbench
}
