/** The codebook as a file of its own: out as JSON or REFI-QDA, in as either of them. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { canonicalText } from '../core/canonical.ts'
import type { Code } from '../core/codebook.ts'
import { type CodebookFile, codebookVersion, readCodebookFile, unstamped } from '../core/codebook-file.ts'
import { codebookFromQdc } from '../core/codebook-from-qdc.ts'
import { codebookToQdc } from '../core/codebook-qdc.ts'
import { Failure } from '../core/failure.ts'
import type { Finding } from '../core/finding.ts'
import { attributeId, linkTypeId } from '../core/ids.ts'
import { codebookLimit } from '../core/limits.ts'
import type { RecordKind } from '../core/records.ts'
import { decodeUtf8 } from '../core/utf8.ts'
import { draftFile } from '../store/durable.ts'
import { asFailure } from '../store/failures.ts'
import { act } from '../store/history.ts'
import { findRecord, listRecords } from '../store/records.ts'
import { assertWritable, type Content, put, type Session, type Tx } from '../store/write.ts'
import type { Announce } from './announce.ts'
import { compact, isEqual } from './changes.ts'
import { codebookOf } from './codebook.ts'
import type { CodebookFormat, CodebookReport } from './contract-model.ts'
import { refuseOwnFile } from './export-bundle.ts'

type Entry = CodebookFile['codes' | 'attributes' | 'linkTypes'][number]

export const exportCodebook = async (session: Session, to: string, format: CodebookFormat): Promise<void> => {
  try {
    refuseOwnFile(session.project, to)
    const { codes, attributes, linkTypes } = codebookOf(session.project.db)
    const contents: CodebookFile = {
      format: 'actant-codebook',
      formatVersion: codebookVersion,
      codes: codes.map(unstamped),
      attributes: attributes.map(unstamped),
      linkTypes: linkTypes.map(unstamped),
    }
    const text =
      format === 'qdc' ? codebookToQdc(codes) : `${JSON.stringify(JSON.parse(canonicalText(contents)), null, 2)}\n`
    const draft = draftFile(to)
    try {
      draft.write(Buffer.from(text))
      draft.publish()
    } finally {
      draft.discard()
    }
  } catch (error) {
    throw asFailure(error, to)
  }
}

/** Entries are the same by id, codes also by type and key; what the file does not name stays. */
export const importCodebook = async (session: Session, announce: Announce, from: string): Promise<CodebookReport> => {
  assertWritable(session.project)
  const { db } = session.project
  const ours = listRecords(db, 'code')
  const { codes, attributes, linkTypes } = await readFrom(from, ours)
  const idOf = new Map(
    codes.map(({ id, type, key }) => [
      id,
      ours.find((own) => own.id === id)?.id ?? ours.find((own) => own.type === type && own.key === key)?.id ?? id,
    ]),
  )
  const known = (id: string | undefined) =>
    id === undefined ? undefined : (idOf.get(id) ?? ours.find((own) => own.id === id)?.id)
  const report: CodebookReport = { added: 0, changed: 0, unchanged: 0, list: [] }
  return announce(
    act(session, { action: 'codebook.import', params: { file: basename(from) } }, (tx) => {
      for (const entry of codes) {
        const id = idOf.get(entry.id) ?? entry.id
        const ends = { parent: known(entry.parent), mergedInto: known(entry.mergedInto) }
        take(tx, 'code', compact({ ...entry, ...ends, id }), report)
      }
      for (const entry of attributes)
        take(tx, 'attribute', { ...entry, id: attributeId(entry.type, entry.key) }, report)
      for (const entry of linkTypes) take(tx, 'linkType', { ...entry, id: linkTypeId(entry.key) }, report)
      return report
    }),
  )
}

const take = (tx: Tx, kind: 'code' | 'attribute' | 'linkType', entry: Entry, report: CodebookReport): void => {
  const found = findRecord(tx.db, kind, entry.id)
  const unchanged = found && isEqual(unstamped(found), entry)
  const outcome = unchanged ? 'unchanged' : found ? 'changed' : 'added'
  report[outcome] += 1
  if (outcome === 'unchanged') return
  report.list.push({ kind, outcome, label: entry.label })
  put(tx, kind, { ...entry, ...(found?.ext && { ext: found.ext }) } as Content<RecordKind>)
}

/** Fails with 'file' for what cannot be read, with 'refused-codebook' for what is read and is no sound codebook. */
const readFrom = async (from: string, ours: readonly Code[]): Promise<CodebookFile> => {
  try {
    const stats = await stat(from)
    if (stats.isDirectory()) throw new Failure('file', { file: basename(from), reason: 'directory' })
    if (!stats.isFile()) throw new Failure('file', { file: basename(from), reason: 'not-regular' })
    if (stats.size > codebookLimit)
      throw refused(from, { code: 'too-large', where: '', params: { size: stats.size, limit: codebookLimit } })
    const bytes = await readFile(from)
    const xml = decodeUtf8(bytes)?.match(/^\uFEFF?\s*<[\s\S]*/)?.[0]
    const read = xml === undefined ? readCodebookFile(bytes) : codebookFromQdc(xml, ours)
    if ('problem' in read) throw refused(from, read.problem)
    return read.codebook
  } catch (error) {
    throw asFailure(error, from)
  }
}

const refused = (from: string, { code, where, params }: Finding): Failure =>
  new Failure('refused-codebook', {
    ...params,
    file: basename(from),
    where: where || '/',
    reason: code === 'schema' && where === '/format' ? 'format' : code,
  })
