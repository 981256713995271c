/** Of which formats files are that somebody pointed at. */
import { basename, dirname, extname, join } from 'node:path'
import { foreignReaders } from '../core/formats/index.ts'
import { hasExtension, openingLength, recogniseFormat } from '../core/formats/recognise.ts'
import { expand, type Origin, readOpening } from './article-files.ts'
import type { FileRef, RecognisedFiles } from './contract.ts'
import type { Job } from './jobs.ts'

/** Of a folder so many files of one extension are looked into; the others are taken for what those are. */
const SAMPLE = 40

export const recogniseImport = async (
  resolveFile: (ref: FileRef) => string,
  refs: readonly FileRef[],
  job: Job,
): Promise<RecognisedFiles> => {
  const found = new Map<string, { files: Set<FileRef>; count: number }>()
  const belonging = new Set<string>()
  const known = new Set<FileRef>()
  for (const [done, ref] of refs.entries()) {
    job.report(done, refs.length, basename(ref))
    for (const { path, opening, format, count } of await formatsOf(
      await expand([{ file: ref }], resolveFile, job),
      job,
    )) {
      const entry = found.get(format.id) ?? { files: new Set(), count: 0 }
      entry.files.add(ref)
      entry.count += count
      found.set(format.id, entry)
      known.add(ref)
      for (const other of format.beside?.(basename(path), opening) ?? []) belonging.add(join(dirname(path), other))
    }
  }
  const formats = [...found]
    .map(([format, { files, count }]) => ({ format, files: [...files], count }))
    .sort((a, b) => b.count - a.count)
  return { formats, rest: refs.filter((ref) => !known.has(ref) && !belonging.has(resolveFile(ref))) }
}

const formatsOf = async (origins: readonly Origin[], job: Job) => {
  const byExtension = Map.groupBy(origins, ({ path = '' }) => extname(path).toLowerCase())
  const found: { path: string; opening: string; format: (typeof foreignReaders)[number]; count: number }[] = []
  for (const files of byExtension.values()) {
    if (!foreignReaders.some((reader) => hasExtension(reader, files[0]?.path ?? ''))) continue
    // Each file that is looked into stands for as many as there are to one of the sample.
    const sample = files.slice(0, SAMPLE)
    for (const { path = '' } of sample) {
      await job.pause()
      const opening = new TextDecoder().decode(await readOpening(path, openingLength))
      const format = recogniseFormat(path, opening)
      if (format) found.push({ path, opening, format, count: files.length / sample.length })
    }
  }
  return found
}
