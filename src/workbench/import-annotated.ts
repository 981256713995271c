/** Taking over what was annotated in other programs. */
import { basename } from 'node:path'
import { Failure } from '../core/failure.ts'
import type { ForeignDocument, ForeignEntity, ForeignLayer } from '../core/formats/foreign.ts'
import { findKinds } from '../core/formats/found.ts'
import { entryKind } from '../core/formats/mapped-body.ts'
import { type ImportMapping, leftOutList } from '../core/formats/mapping.ts'
import { proposeMapping } from '../core/formats/propose-mapping.ts'
import { actSlowly } from '../store/history.ts'
import type { Db } from '../store/sql.ts'
import { assertWritable, rehearse, type Session, type Tx } from '../store/write.ts'
import type { Announce } from './announce.ts'
import type {
  FileRef,
  ImportCounts,
  ImportedFile,
  ImportPreview,
  ImportReport,
  ImportRequest,
  PreviewRequest,
} from './contract.ts'
import { foreignFiles, type ReadForeign, readerOf, type Source } from './foreign-files.ts'
import { codebookFor } from './import-codebook.ts'
import { type ImportGround, importDocument } from './import-document.ts'
import { registryFor } from './import-registry.ts'
import type { Job } from './jobs.ts'
import { knownArticles } from './known-articles.ts'

type Files = { resolveFile(ref: FileRef): string; db: Db }

const sourceOf = (format: string, { resolveFile, db }: Files): Source => ({
  reader: readerOf(format),
  resolveFile,
  articles: knownArticles(db),
})

export const proposeImport = async (
  known: Files,
  refs: FileRef[],
  format: string,
  job: Job,
): Promise<ImportMapping> => {
  const { each } = await foreignFiles(sourceOf(format, known), refs, job)
  return proposeMapping(await withoutTexts(each()))
}

export const previewImport = async (
  known: Files,
  { files: refs, format, mapping }: PreviewRequest,
  job: Job,
): Promise<ImportPreview> => {
  const { names, each } = await foreignFiles(sourceOf(format, known), refs, job)
  const [documents, refused] = [[] as ForeignDocument[], [] as ImportedFile[]]
  for await (const file of each()) {
    const read = 'read' in file ? file.read.documents : []
    for (const document of read) documents.push(document)
    if (read.length === 0) refused.push(refusedFile(file))
  }
  return {
    ...findKinds(documents, mapping),
    readable: names.length - refused.length,
    refused,
    documents: documents.length,
  }
}

/** A mapping is proposed by names and values alone. */
const withoutTexts = async (files: AsyncIterable<ReadForeign>): Promise<ForeignDocument[]> => {
  const documents: ForeignDocument[] = []
  for await (const file of files) {
    for (const { name, spans, relations } of 'read' in file ? file.read.documents : [])
      documents.push({ name, text: '', spans, relations })
  }
  return documents
}

/** One step; cancelled, or where writing fails, nothing of it is there. */
export const importAnnotated = async (
  session: Session,
  announce: Announce,
  resolveFile: Files['resolveFile'],
  { files: refs, format, mapping: given, annotator, dryRun = false }: ImportRequest,
  job: Job,
): Promise<ImportReport> => {
  assertWritable(session.project)
  const source = sourceOf(format, { resolveFile, db: session.project.db })
  const { names, each } = await foreignFiles(source, refs, job, given === undefined)
  // To propose a mapping all is read once before.
  const before = given ? 0 : names.length
  const total = before + names.length
  const mapping = given ?? proposeMapping(await withoutTexts(each(0, total)))
  const work = async (tx: Tx): Promise<ImportReport> => {
    const ground = {
      ...{ tx, mapping, annotator, importer: source.reader.title, format },
      codebook: codebookFor(tx),
      registry: registryFor(tx, format),
    }
    const reported: ImportedFile[] = []
    for await (const file of each(before, total))
      reported.push(await importFile({ ...ground, layers: layersIn(file) }, file, job))
    return { mapping, files: reported, added: addedIn(reported, { ...ground.codebook.made, ...ground.registry.made }) }
  }
  if (dryRun) return rehearse(session, work)
  const params = { file: basename(names[0] ?? ''), count: names.length }
  return announce(await actSlowly(session, { action: 'import.add', params }, work))
}

/** Those too that no annotation names, where the mapping makes entries of their kind. */
const takeEntries = ({ registry, mapping }: ImportGround, entities: readonly ForeignEntity[]): void => {
  for (const { layer, feature, name } of entities) {
    const entry = { layer, feature, name }
    const as = entryKind(mapping, entry)
    if (as === 'issue') registry.issue(entry)
    else if (as) registry.actor({ ...entry, actorType: as })
  }
}

const layersIn = (file: ReadForeign): Map<string, ForeignLayer> =>
  new Map(('read' in file ? (file.read.layers ?? []) : []).map((layer) => [layer.layer, layer]))

const nothing = (): ImportCounts => ({ article: 0, annotation: 0, link: 0 })

const noneCounted = () => ({ added: nothing(), existing: nothing(), reanchored: 0, orphans: 0 })

/** A file of which nothing can be taken, with what is known about why. */
const refusedFile = (file: ReadForeign): ImportedFile => {
  const { name, failure } = file
  const { offsets, problems = [] } = 'read' in file ? file.read : {}
  return {
    file: name,
    outcome: 'refused',
    articles: [],
    ...noneCounted(),
    ...(offsets && { offsets }),
    leftOut: [],
    problems,
    ...(failure && { failure }),
  }
}

const importFile = async (ground: ImportGround, file: ReadForeign, job: Job): Promise<ImportedFile> => {
  if (!('read' in file)) return refusedFile(file)
  const { name, digest, read } = file
  const counted = { ...noneCounted(), articles: new Set<string>() }
  const { documents, offsets } = read
  const problems = [...read.problems]
  const leftOut = leftOutList()
  ground.registry.know(read.entities ?? [])
  for (const { what, count } of read.unread ?? []) leftOut.add('unread', what, count)
  let taken = 0
  for (const [place, document] of documents.entries()) {
    await job.pause()
    try {
      // What stands on an article that was there already is told apart by it.
      const at = document.articleId === undefined ? place : 0
      importDocument(ground, document, { digest, place: at }, counted, leftOut)
      taken += 1
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'unreadable-article') throw error
      problems.push({ entry: place + 1, reason: 'no-text', detail: document.name })
    }
  }
  if (taken > 0) takeEntries(ground, read.entities ?? [])
  return {
    file: name,
    outcome: taken > 0 ? 'imported' : 'refused',
    ...counted,
    articles: [...counted.articles],
    ...(offsets && { offsets }),
    leftOut: leftOut.list(),
    problems,
  }
}

const addedIn = (files: readonly ImportedFile[], made: Record<string, number>): ImportReport['added'] => {
  const sum = (kind: keyof ImportCounts) => files.reduce((total, { added }) => total + added[kind], 0)
  const all = { ...made, article: sum('article'), annotation: sum('annotation'), link: sum('link') }
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0))
}
