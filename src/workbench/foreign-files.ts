/** Files of other programs: found, read with what belongs to them, and made into what all formats have in common. */
import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../core/failure.ts'
import type { ForeignFile, ForeignReader, KnownArticles } from '../core/formats/foreign.ts'
import { foreignReaders } from '../core/formats/index.ts'
import { lossName } from '../core/formats/out/ledger.ts'
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
 * Every file that is meant, read when it is asked for, so that a corpus may be larger than memory; where they are read twice, small ones are
 * kept meanwhile. Of folders only those are taken that the format's files are called like, and not the account that an export leaves
 * beside its files.
 */
export const foreignFiles = async (
  source: Source,
  refs: readonly FileRef[],
  job: Job,
  twice = false,
): Promise<ForeignFiles> => {
  const origins: Origin[] = []
  for (const file of refs) {
    const path = source.resolveFile(file)
    const isMeant = (name: string) => hasExtension(source.reader, name) && basename(name) !== lossName
    for (const origin of await expand([{ file }], source.resolveFile, job))
      if (origin.path === path || isMeant(origin.name)) origins.push(origin)
  }
  const kept = new Map<number, ReadForeign>()
  let room = twice ? KEPT : 0
  return {
    names: origins.map(({ name }) => name),
    each: async function* (before = 0, total = origins.length) {
      const begun = new Map<number, Promise<ReadForeign>>()
      const begin = (index: number) => {
        const origin = origins[index]
        if (!origin || kept.has(index) || begun.has(index)) return
        const reading = readOne(source, origin)
        // Whoever stops early leaves readings behind that nobody hears of.
        reading.catch(() => {})
        begun.set(index, reading)
      }
      let ahead = 0
      for (const [index, origin] of origins.entries()) {
        job.report(before + index, total, basename(origin.name))
        await job.pause()
        begin(index)
        for (let next = index + 1; next <= index + ahead; next += 1) {
          if (kept.has(next) || begun.has(next)) continue
          if (!(await isSmall(origins[next]))) break
          begin(next)
        }
        const file = kept.get(index) ?? (await begun.get(index)) ?? (await readOne(source, origin))
        begun.delete(index)
        // Small files that follow one that says little say no more, more often than not.
        ahead = weightOf(file) < SMALL ? AHEAD : 0
        if (!kept.has(index)) room -= weightOf(file)
        if (twice && room >= 0) kept.set(index, file)
        yield file
      }
      job.report(before + origins.length, total)
    },
  }
}

/** `each` may be called again; it tells how far it is, of a total and with what was done before. */
export type ForeignFiles = { names: string[]; each(before?: number, total?: number): AsyncGenerator<ReadForeign> }

/** Of texts and spans, roughly in bytes: what is kept in all, and up to where a file is small. */
const KEPT = 64 * 1024 * 1024
const SMALL = 256 * 1024
/** Small files that are read while another one is used. */
const AHEAD = 8

const isSmall = async (origin: Origin | undefined): Promise<boolean> => {
  const { size = SMALL } = (origin?.path && (await stat(origin.path).catch(() => undefined))) || {}
  return size < SMALL
}

const weightOf = (file: ReadForeign): number =>
  'read' in file
    ? file.read.documents.reduce(
        (sum, { text, spans, relations, tokens }) =>
          sum + text.length * 2 + (spans.length + relations.length + (tokens?.length ?? 0) / 4) * 200,
        0,
      )
    : 0

/** What files are read by, found by, and compared with. */
export type Source = { reader: ForeignReader; resolveFile(ref: FileRef): string; articles: KnownArticles }

const readOne = async (source: Source, { name, path = '' }: Origin): Promise<ReadForeign> => {
  try {
    const bytes = await readBytes({ name, path }, foreignLimit)
    return { name, digest: sha256Of(bytes), read: await readWith(source, path, bytes) }
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'unreadable-article') throw error
    return { name, failure: { code: error.code, params: error.params } }
  }
}

const readWith = async ({ reader, articles }: Source, path: string, bytes: Uint8Array): Promise<ForeignFile> => {
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
    if (error instanceof Failure && ['missing', 'directory'].includes(String(error.params['reason']))) return undefined
    throw error
  }
}

const decoded = (bytes: Uint8Array, name: string): string => {
  const content = decodeUtf8(bytes)
  if (content === undefined) throw new Failure('unreadable-article', { file: basename(name), reason: 'not-utf8' })
  return content
}
