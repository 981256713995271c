/** Files of other programs: found, read with what belongs to them, and made into what all formats have in common. */
import { basename, dirname, join } from 'node:path'
import { Failure } from '../core/failure.ts'
import type { ForeignFile, ForeignReader, KnownArticles } from '../core/formats/foreign.ts'
import { foreignReaders } from '../core/formats/index.ts'
import { hasExtension } from '../core/formats/recognise.ts'
import { foreignLimit } from '../core/limits.ts'
import { decodeUtf8 } from '../core/utf8.ts'
import { openArchiveOf } from '../readers/index.ts'
import { sha256Of } from '../store/content.ts'
import { readTables } from '../store/foreign-tables.ts'
import { expand, type Origin, readBytes } from './article-files.ts'
import type { FileRef, ImportedFile } from './contract.ts'
import type { Job } from './jobs.ts'

export type ReadForeign = { name: string; failure?: ImportedFile['failure'] } & (
  | { failure: NonNullable<ImportedFile['failure']> }
  | { digest: string; read: ForeignFile }
)

/** Fails with 'bad-request' where there is no such format. */
export const readerOf = (format: string): ForeignReader => {
  const reader = foreignReaders.find(({ id }) => id === format)
  if (!reader) throw new Failure('bad-request', { reason: 'format' })
  return reader
}

/**
 * Every file that is meant, read one after the other when it is asked for, so that a corpus may be larger than memory; of folders only
 * those that the format's files are called like.
 */
export const foreignFiles = async (
  { reader, resolveFile, articles }: Source,
  refs: readonly FileRef[],
  job: Job,
): Promise<ForeignFiles> => {
  const origins: Origin[] = []
  for (const file of refs) {
    const path = resolveFile(file)
    const found = await expand([{ file }], resolveFile, job)
    origins.push(...found.filter((origin) => origin.path === path || hasExtension(reader, origin.name)))
  }
  return {
    names: origins.map(({ name }) => name),
    each: async function* (before = 0, total = origins.length) {
      for (const [index, origin] of origins.entries()) {
        job.report(before + index, total, basename(origin.name))
        await job.pause()
        yield await readOne(reader, articles, origin)
      }
      job.report(before + origins.length, total)
    },
  }
}

/** `each` may be called again; it tells how far it is, of a total and with what was done before. */
export type ForeignFiles = { names: string[]; each(before?: number, total?: number): AsyncGenerator<ReadForeign> }

/** What files are read by, found by, and compared with. */
export type Source = { reader: ForeignReader; resolveFile(ref: FileRef): string; articles: KnownArticles }

const readOne = async (
  reader: ForeignReader,
  articles: KnownArticles,
  { name, path = '' }: Origin,
): Promise<ReadForeign> => {
  try {
    const bytes = await readBytes({ name, path }, foreignLimit)
    return { name, digest: sha256Of(bytes), read: await readWith(reader, articles, path, bytes) }
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'unreadable-article') throw error
    return { name, failure: { code: error.code, params: error.params } }
  }
}

const readWith = async (
  reader: ForeignReader,
  articles: KnownArticles,
  path: string,
  bytes: Uint8Array,
): Promise<ForeignFile> => {
  const name = basename(path)
  if (reader.takes === 'tables') return reader.read({ name, tables: readTables(path, bytes, reader.tables) })
  if (reader.takes === 'archive') return reader.read({ name, ...openArchiveOf(bytes, name) })
  const content = decoded(bytes, name)
  const beside = new Map<string, string>()
  for (const other of reader.beside?.(name, content) ?? []) {
    const content = await textBeside(join(dirname(path), other))
    if (content !== undefined) beside.set(other, content)
  }
  return reader.read({ name, content, beside, articles })
}

/** Nothing where there is no such file. */
const textBeside = async (path: string): Promise<string | undefined> => {
  try {
    return decoded(await readBytes({ name: path, path }), path)
  } catch (error) {
    if (error instanceof Failure && error.params['reason'] === 'missing') return undefined
    throw error
  }
}

const decoded = (bytes: Uint8Array, name: string): string => {
  const content = decodeUtf8(bytes)
  if (content === undefined) throw new Failure('unreadable-article', { file: basename(name), reason: 'not-utf8' })
  return content
}
