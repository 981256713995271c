/** Writing the project in the formats of trainers and other tools: streamed article by article, with an account of every record. */
import { createHash } from 'node:crypto'
import { canonicalText } from '../core/canonical.ts'
import { digestOf } from '../core/digest.ts'
import { Failure } from '../core/failure.ts'
import type { OutFormat, OutSetting, Piece, SplitNote } from '../core/formats/out/format.ts'
import { outFormats } from '../core/formats/out/index.ts'
import { type Account, lossName, openAccount } from '../core/formats/out/ledger.ts'
import { type NamedKind, type Names, namesIn } from '../core/formats/out/names.ts'
import { type OutOptions, optionsFor } from '../core/formats/out/options.ts'
import { renamingBy } from '../core/formats/out/renaming.ts'
import { draftFile } from '../store/durable.ts'
import { draftFolder } from '../store/durable-folder.ts'
import { bundlePieces, digestPlace } from '../store/export.ts'
import { asFailure } from '../store/failures.ts'
import type { Project } from '../store/open.ts'
import { countRecords, storedDocuments } from '../store/out-documents.ts'
import { readProjectRow } from '../store/project-row.ts'
import { listRecords } from '../store/records.ts'
import { type Snapshot, takeSnapshot } from '../store/snapshot.ts'
import type { Db } from '../store/sql.ts'
import type { FormatReport, FormatRequest } from './contract-formats.ts'
import { refuseOwnFile } from './export-bundle.ts'
import { chooserFor } from './format-choice.ts'
import type { Job } from './jobs.ts'
import { generator } from './program.ts'
import { decidedIn, readGround, sidesFor, storedSplits } from './split-sides.ts'

export const exportFormat = async (
  project: Project,
  to: string,
  request: FormatRequest,
  job: Job,
): Promise<FormatReport> => {
  const { format, options } = planned(request)
  const snapshot = takeSnapshot(project)
  try {
    refuseOwnFile(project, to)
    const draft = drafted(to, format.shape === 'folder' || isSplit(request))
    try {
      const report = await write(snapshot, format, options, request, draft.put, job)
      await draft.publish(report)
      return report
    } finally {
      draft.discard()
    }
  } catch (error) {
    throw asFailure(error, to)
  } finally {
    snapshot.close()
  }
}

/** The account of an export that is not made. */
export const previewFormat = async (project: Project, request: FormatRequest, job: Job): Promise<FormatReport> => {
  const { format, options } = planned(request)
  const snapshot = takeSnapshot(project)
  try {
    return await write(snapshot, format, options, request, () => {}, job)
  } finally {
    snapshot.close()
  }
}

const isSplit = ({ split, splitName }: Pick<FormatRequest, 'split' | 'splitName'>): boolean =>
  split !== undefined || splitName !== undefined

/** The format and what it is to do. Fails with 'bad-request' where it cannot. */
const planned = ({ format: id, ...request }: FormatRequest) => {
  const format = outFormats.find((one) => one.id === id)
  if (!format) throw new Failure('bad-request', { reason: 'format' })
  const { chains = ['none'] } = format.options
  if (request.chains && !chains.includes(request.chains)) throw new Failure('bad-request', { reason: 'chains' })
  if (request.mapping && !format.options.mapping) throw new Failure('bad-request', { reason: 'mapping' })
  if (request.split && request.splitName !== undefined) throw new Failure('bad-request', { reason: 'split-twice' })
  if (isSplit(request) && !format.splits) throw new Failure('bad-request', { reason: 'splits' })
  return { format, options: optionsFor(format.options, request) }
}

type Put = (file: string, bytes: Uint8Array) => void

/** One file, or a folder with the account of it beside the others. */
const drafted = (to: string, isFolder: boolean) => {
  if (!isFolder) {
    const draft = draftFile(to)
    const put: Put = (_, bytes) => draft.write(bytes)
    return { put, publish: async () => draft.publish(), discard: draft.discard }
  }
  const draft = draftFolder(to)
  const put: Put = (file, bytes) => draft.append(file, bytes)
  return {
    put,
    publish: async ({ format, state, loss }: FormatReport) => {
      put(lossName, Buffer.from(`${JSON.stringify({ format, state, loss }, undefined, 2)}\n`))
      await draft.publish()
    },
    discard: draft.discard,
  }
}

const write = async (
  { db, yields }: Snapshot,
  format: OutFormat,
  options: OutOptions,
  request: FormatRequest,
  put: Put,
  job: Job,
): Promise<FormatReport> => {
  const pause = yields ? job.pause : async () => job.check()
  const all = countRecords(db)
  const carries = format.carries(options)
  const account = openAccount(carries)
  const sides = await splitOf(db, request, pause)
  const setting = settingOf(db, options, sides?.note)
  const writer = format.writer(setting, account)
  const { choose } = chooserFor(db, format, request)
  const sizes = new Map<string, number>()
  const keep = (pieces: Iterable<Piece>) => {
    for (const piece of pieces) {
      const bytes = 'bytes' in piece ? piece.bytes : Buffer.from(piece.text, 'utf8')
      sizes.set(piece.file, (sizes.get(piece.file) ?? 0) + bytes.length)
      put(piece.file, bytes)
    }
  }
  const seen = { article: 0, annotation: 0, link: 0 }
  const splits: Record<string, number> = {}
  let undecided = 0
  // Where articles are gone through again, the first time is half of the work.
  const total = all.article * (writer.later ? 2 : 1)
  for (const stored of storedDocuments(db)) {
    const { article, links, annotations: everything } = stored
    seen.annotation += everything.length
    seen.link += links.length
    const annotations = choose(stored, account)
    if (annotations) {
      const split = sides?.of.get(article.id)
      if (split !== undefined) splits[split] = (splits[split] ?? 0) + 1
      if (sides?.decided && !sides.decided.has(article.id)) undecided += 1
      keep(writer.document({ ...stored, annotations, everything, ...(split !== undefined && { split }) }))
    } else account.lost('link', 'end-not-exported', links.length)
    seen.article += 1
    job.report(seen.article, total)
    await pause()
  }
  const walks = writer.later?.() ?? []
  for (const [walked, document] of walks.entries()) {
    let done = walked * all.article
    for (const stored of storedDocuments(db)) {
      const annotations = choose(stored, openAccount({}))
      if (annotations) keep(document({ ...stored, annotations, everything: stored.annotations }))
      job.report(all.article + Math.floor(++done / walks.length), total)
      await pause()
    }
  }
  keep(writer.end?.() ?? [])
  account.lost('annotation', 'no-article', all.annotation - seen.annotation)
  account.lost('link', 'end-not-exported', all.link - seen.link)
  accountForEntries(db, account, setting.names, (kind) => carries[kind] !== undefined)
  for (const kind of ['attribute', 'linkType', 'adjudication', 'progress', 'tombstone', 'conflict'] as const) {
    account.lost(kind, 'no-place', all[kind])
  }
  const loss = account.report(all)
  return {
    format: request.format,
    state: setting.state,
    articles: loss.article.carried,
    annotations: loss.annotation.carried,
    ...(sides && { splits }),
    ...(sides?.note.name !== undefined && { split: { name: sides.note.name, undecided } }),
    files: [...sizes].map(([file, bytes]) => ({ file, bytes })),
    loss,
  }
}

const settingOf = (db: Db, options: OutOptions, split: SplitNote | undefined): OutSetting => {
  const { id, title } = readProjectRow(db)
  const codes = listRecords(db, 'code')
  const names = namesIn({
    actors: listRecords(db, 'actor'),
    issues: listRecords(db, 'issue'),
    codes,
    annotators: listRecords(db, 'annotator'),
  })
  const codebook = { codes, attributes: listRecords(db, 'attribute'), linkTypes: listRecords(db, 'linkType') }
  return {
    project: { id, title },
    state: stateOf(db),
    codebook: digestOf(canonicalText(codebook)),
    names,
    renaming: options.mapping && renamingBy(options.mapping, names),
    codes,
    options,
    split,
  }
}

/** The digest that a bundle of this state has. */
const stateOf = (db: Db): string => {
  const hash = createHash('sha256')
  for (const piece of bundlePieces(db, generator)) if (piece !== digestPlace) hash.update(piece)
  return `sha256:${hash.digest('hex')}`
}

/** The sides of all articles: of a plan, or of what is written down under a name. */
const splitOf = async (db: Db, { split, splitName }: FormatRequest, pause: () => Promise<void>) => {
  const stored = splitName === undefined ? undefined : storedSplits(db).find(({ name }) => name === splitName)
  if (splitName !== undefined && !stored) throw new Failure('not-found', { kind: 'split', id: splitName })
  const plan = stored ?? split
  if (!plan) return undefined
  const ground = await readGround(db, { report: () => {}, pause })
  const { shares, seed, stratify } = plan
  const note: SplitNote = { shares, seed, stratify, duplicateGroups: ground.duplicateGroups, name: stored?.name }
  return { of: sidesFor(ground, plan, stored), decided: stored && decidedIn(stored), note }
}

/** Entries go out where something names them. */
const accountForEntries = (db: Db, account: Account, names: Names, hasPlace: (kind: NamedKind) => boolean) => {
  const all = [
    ...listRecords(db, 'actor').map((record) => ({ kind: 'actor', record }) as const),
    ...listRecords(db, 'issue').map((record) => ({ kind: 'issue', record }) as const),
    ...listRecords(db, 'code').map((record) => ({ kind: 'code', record }) as const),
    ...listRecords(db, 'annotator').map((record) => ({ kind: 'annotator', record }) as const),
  ]
  for (const entry of all) {
    const { kind, record } = entry
    if (!hasPlace(kind)) account.lost(kind, 'no-place')
    else if (names.used(kind).has(record.id)) account.carried(entry)
    else account.lost(kind, 'mergedInto' in record && record.mergedInto !== undefined ? 'merged' : 'unreferenced')
  }
}
