/** Bundles as files: read, and looked through. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type BundleReading, readingBundle } from '../core/bundle-read.ts'
import { Failure } from '../core/failure.ts'
import { bundleLimit } from '../core/limits.ts'
import { decodeUtf8 } from '../core/utf8.ts'
import { asFailure } from '../store/failures.ts'
import type { FileRef, ValidateReport } from './contract.ts'
import { type Job, stepByStep } from './jobs.ts'

export type ReadFile = { name: string; reading: BundleReading }

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
    const told = { ...job, report: (part: number) => job.report(files.length + part, refs.length, basename(ref)) }
    const { name, reading } = await readFrom(ref, resolveFile, told)
    files.push({ file: name, verdict: reading.verdict, findings: reading.findings })
  }
  job.report(refs.length, refs.length)
  return { files }
}

/** Fails with 'file' for what cannot be read at all. The job is told which part of the file is read. */
export const readFrom = async (ref: FileRef, resolveFile: (ref: FileRef) => string, job: Job): Promise<ReadFile> => {
  const path = resolveFile(ref)
  const name = path === ref ? path : basename(path)
  try {
    const stats = await stat(path)
    if (stats.isDirectory()) throw new Failure('file', { file: basename(path), reason: 'directory' })
    if (!stats.isFile()) throw new Failure('file', { file: basename(path), reason: 'not-regular' })
    if (stats.size > bundleLimit) return { name, reading: tooLarge(stats.size) }
    const content = await contentOf(path)
    const reading = await stepByStep(readingBundle(content, { maxLength: bundleLimit, newHash }), job)
    return { name, reading }
  } catch (error) {
    throw asFailure(error, path)
  }
}

/** The text alone, so that the bytes are gone before it is parsed; what is not UTF-8 stays bytes, for the reader to say where. */
const contentOf = async (path: string): Promise<string | Uint8Array> => {
  const bytes = await readFile(path)
  return decodeUtf8(bytes) ?? bytes
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
