/** Merging bundles, and trying out what that would do. */
import { basename } from 'node:path'
import type { BundleReading } from '../core/bundle-read.ts'
import type { Finding } from '../core/finding.ts'
import { kind } from '../core/records.ts'
import { keepBackup } from '../store/backup.ts'
import { actSlowly } from '../store/history.ts'
import { isEmpty, mergeBundle } from '../store/merge-bundle.ts'
import { exists } from '../store/references.ts'
import type { Db } from '../store/sql.ts'
import { assertWritable, rehearse, type Session, type Tx } from '../store/write.ts'
import type { Announce } from './announce.ts'
import { readFrom } from './bundle-files.ts'
import type { FileRef, MergeReport, RecordCounts } from './contract.ts'
import { type Job, stepByStep } from './jobs.ts'

type MergedFile = MergeReport['files'][number]
type Resolve = (ref: FileRef) => string

/** Each bundle whole or not at all; files before one that cannot be read, or before a cancellation, stay merged. */
export const mergeBundles = async (
  session: Session,
  announce: Announce,
  resolveFile: Resolve,
  refs: FileRef[],
  job: Job,
): Promise<MergeReport> => {
  const { project } = session
  assertWritable(project)
  let saved = isEmpty(project.db)
  return eachFile(refs, resolveFile, job, async (name, reading, told) => {
    if (!reading.bundle) return refused(name, reading)
    if (!saved) await keepBackup(project.db, project.path, () => job.check())
    saved = true
    const step = { action: 'bundle.merge', params: { file: basename(name), title: reading.bundle.project.title } }
    return announce(await actSlowly(session, step, (tx) => mergeOne(tx, name, reading, told)))
  })
}

/** What `mergeBundles` would report, all files one on the other; nothing is written. */
export const previewMerge = (session: Session, resolveFile: Resolve, refs: FileRef[], job: Job): Promise<MergeReport> =>
  rehearse(session, (tx) =>
    eachFile(refs, resolveFile, job, (name, reading, told) => mergeOne(tx, name, reading, told)),
  )

/** Reading a file counts for as much as applying it. */
const half = 0.5

const eachFile = async (
  refs: FileRef[],
  resolveFile: Resolve,
  job: Job,
  merge: (name: string, reading: BundleReading, told: Job) => Promise<MergedFile>,
): Promise<MergeReport> => {
  const files: MergedFile[] = []
  for (const ref of refs) {
    const within = (part: number) => job.report(files.length + part, refs.length, basename(ref))
    within(0)
    await job.pause()
    const part = (from: number): Job => ({ ...job, report: (share) => within(from + half * share) })
    const { name, reading } = await readFrom(ref, resolveFile, part(0))
    files.push(await merge(name, reading, part(half)))
  }
  job.report(refs.length, refs.length)
  return { files }
}

const mergeOne = async (tx: Tx, name: string, reading: BundleReading, job: Job): Promise<MergedFile> => {
  const { bundle, findings, reanchored, orphans } = reading
  if (!bundle) return refused(name, reading)
  const outcome = await stepByStep(mergeBundle(tx, bundle), job)
  const open = findings.filter((finding) => !isAnswered(tx.db, finding))
  return {
    file: name,
    outcome: 'merged',
    ...outcome,
    reanchored: reanchored + outcome.reanchored,
    orphans: orphans + outcome.orphans,
    findings: [...open, ...outcome.findings],
    dangling: danglingIn(open),
  }
}

const danglingIn = (findings: Finding[]): RecordCounts => {
  const counts: RecordCounts = {}
  for (const { code, params } of findings) {
    const end = code === 'dangling-reference' ? kind.safeParse(params?.['kind']) : undefined
    if (end?.success) counts[end.data] = (counts[end.data] ?? 0) + 1
  }
  return counts
}

const refused = (file: string, { findings }: BundleReading): MergedFile => ({
  file,
  outcome: 'refused',
  new: {},
  newer: {},
  older: {},
  equal: {},
  conflicts: {},
  reanchored: 0,
  orphans: 0,
  texts: [],
  dangling: {},
  findings,
})

/** A reference that leads nowhere in the bundle may lead somewhere in the project. */
const isAnswered = (db: Db, { code, params }: Finding): boolean => {
  if (code !== 'dangling-reference') return false
  const end = kind.safeParse(params?.['kind'])
  return end.success && exists(db, { kind: end.data, id: String(params?.['id']) })
}
