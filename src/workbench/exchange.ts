/** Reading bundles: validating and merging. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type BundleReading, readBundle } from '../core/bundle-read.ts'
import { Failure } from '../core/failure.ts'
import type { Finding } from '../core/finding.ts'
import { bundleLimit } from '../core/limits.ts'
import { kind } from '../core/records.ts'
import { asFailure } from '../store/failures.ts'
import { act } from '../store/history.ts'
import { type MergeOutcome, mergeBundle } from '../store/merge-bundle.ts'
import { exists } from '../store/references.ts'
import type { Db } from '../store/sql.ts'
import { assertWritable, type Session } from '../store/write.ts'
import type { Announce } from './announce.ts'
import type { FileRef, MergeReport, ValidateReport } from './contract.ts'
import type { Job } from './jobs.ts'

type MergedFile = MergeReport['files'][number]

/** Fails with 'file' for what cannot be read at all; everything else is a verdict. */
export const validateBundles = async (
  resolveFile: (ref: FileRef) => string,
  refs: FileRef[],
  job: Job,
): Promise<ValidateReport> => {
  const files: ValidateReport['files'] = []
  for (const ref of refs) {
    job.report(files.length, refs.length, basename(ref))
    await job.pause()
    const { name, reading } = await readFrom(ref, resolveFile)
    files.push({ file: name, verdict: reading.verdict, findings: reading.findings })
  }
  job.report(refs.length, refs.length)
  return { files }
}

/** Each bundle whole or not at all; files before one that cannot be read stay merged. */
export const mergeBundles = async (
  session: Session,
  announce: Announce,
  resolveFile: (ref: FileRef) => string,
  refs: FileRef[],
  job: Job,
): Promise<MergeReport> => {
  assertWritable(session.project)
  const files: MergedFile[] = []
  for (const ref of refs) {
    job.report(files.length, refs.length, basename(ref))
    await job.pause()
    const { name, reading } = await readFrom(ref, resolveFile)
    await job.pause()
    files.push(mergeOne(session, announce, name, reading))
  }
  job.report(refs.length, refs.length)
  return { files }
}

/** Thrown to give the transaction up. */
class Refused extends Error {
  readonly outcome: MergeOutcome

  constructor(outcome: MergeOutcome) {
    super('refused')
    this.outcome = outcome
  }
}

const mergeOne = (session: Session, announce: Announce, name: string, reading: BundleReading): MergedFile => {
  const { bundle, findings, reanchored, orphans } = reading
  const nothing = { new: {}, newer: {}, older: {}, equal: {}, conflicts: {}, reanchored: 0, orphans: 0 }
  if (!bundle) return { file: name, outcome: 'refused', ...nothing, findings }
  const params = { file: basename(name), title: bundle.project.title }
  try {
    return announce(
      act(session, { action: 'bundle.merge', params }, (tx): MergedFile => {
        const outcome = mergeBundle(tx, bundle)
        if (outcome.findings.some(({ code }) => code === 'concurrent')) throw new Refused(outcome)
        return {
          file: name,
          outcome: 'merged',
          ...outcome,
          reanchored: reanchored + outcome.reanchored,
          orphans: orphans + outcome.orphans,
          findings: [...findings.filter((finding) => !isAnswered(tx.db, finding)), ...outcome.findings],
        }
      }),
    )
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { conflicts, findings: found } = error.outcome
    return { file: name, outcome: 'refused', ...nothing, conflicts, findings: [...findings, ...found] }
  }
}

/** A reference that leads nowhere in the bundle may lead somewhere in the project. */
const isAnswered = (db: Db, { code, params }: Finding): boolean => {
  if (code !== 'dangling-reference') return false
  const end = kind.safeParse(params?.['kind'])
  return end.success && exists(db, { kind: end.data, id: String(params?.['id']) })
}

const readFrom = async (
  ref: FileRef,
  resolveFile: (ref: FileRef) => string,
): Promise<{ name: string; reading: BundleReading }> => {
  const path = resolveFile(ref)
  const name = path === ref ? path : basename(path)
  try {
    const stats = await stat(path)
    if (stats.isDirectory()) throw new Failure('file', { file: basename(path), reason: 'directory' })
    if (!stats.isFile()) throw new Failure('file', { file: basename(path), reason: 'not-regular' })
    if (stats.size > bundleLimit) return { name, reading: tooLarge(stats.size) }
    return { name, reading: readBundle(await readFile(path), { maxLength: bundleLimit, newHash }) }
  } catch (error) {
    throw asFailure(error, path)
  }
}

const tooLarge = (size: number): BundleReading => ({
  verdict: 'refuse',
  findings: [{ code: 'too-large', where: '', params: { size, limit: bundleLimit } }],
  reanchored: 0,
  orphans: 0,
})

const newHash = () => {
  const hash = createHash('sha256')
  return {
    update: (text: string) => {
      hash.update(text, 'utf8')
    },
    hex: () => hash.digest('hex'),
  }
}
