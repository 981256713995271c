/** The codebook as a file of its own: out as JSON or REFI-QDA, in as the same JSON. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { canonicalText } from '../core/canonical.ts'
import { attribute, code, linkType } from '../core/codebook.ts'
import { codebookToQdc } from '../core/codebook-qdc.ts'
import { Failure } from '../core/failure.ts'
import { attributeId, linkTypeId } from '../core/ids.ts'
import type { RecordKind } from '../core/records.ts'
import { draftFile } from '../store/durable.ts'
import { asFailure } from '../store/failures.ts'
import { act } from '../store/history.ts'
import { findRecord, listRecords } from '../store/records.ts'
import { type Content, put, type Session, type Tx } from '../store/write.ts'
import type { Announce } from './announce.ts'
import { compact, isEqual } from './changes.ts'
import { codebookOf } from './codebook.ts'
import type { CodebookFormat, CodebookReport } from './contract-model.ts'
import { refuseOwnFile } from './export-bundle.ts'

const stamps = {
  version: true,
  createdAt: true,
  createdBy: true,
  modifiedAt: true,
  modifiedBy: true,
  ext: true,
} as const

const codebookFile = z.strictObject({
  format: z.literal('actant-codebook'),
  formatVersion: z.literal('1.0'),
  codes: z.array(code.omit(stamps)),
  attributes: z.array(attribute.omit(stamps)),
  linkTypes: z.array(linkType.omit(stamps)),
})
type CodebookFile = z.infer<typeof codebookFile>
type Entry = CodebookFile[(typeof lists)[number]][number]

const lists = ['codes', 'attributes', 'linkTypes'] as const

export const exportCodebook = async (session: Session, to: string, format: CodebookFormat): Promise<void> => {
  try {
    refuseOwnFile(session.project, to)
    const { codes, attributes, linkTypes } = codebookOf(session.project.db)
    const contents: CodebookFile = {
      format: 'actant-codebook',
      formatVersion: '1.0',
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
  const { codes, attributes, linkTypes } = await readFrom(from)
  const { db } = session.project
  const ours = listRecords(db, 'code')
  const idOf = new Map(
    codes.map(({ id, type, key }) => [
      id,
      ours.find((own) => own.id === id)?.id ?? ours.find((own) => own.type === type && own.key === key)?.id ?? id,
    ]),
  )
  const known = (id: string | undefined) =>
    id === undefined ? undefined : (idOf.get(id) ?? ours.find((own) => own.id === id)?.id)
  const report: CodebookReport = { added: 0, changed: 0, unchanged: 0 }
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
  report[unchanged ? 'unchanged' : found ? 'changed' : 'added'] += 1
  if (!unchanged) put(tx, kind, { ...entry, ...(found?.ext && { ext: found.ext }) } as Content<RecordKind>)
}

const unstamped = <T extends object>(record: T): Omit<T, keyof typeof stamps> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !(name in stamps))) as Omit<T, keyof typeof stamps>

const readFrom = async (from: string): Promise<CodebookFile> => {
  try {
    const parsed = codebookFile.safeParse(parseJson(await readFile(from, 'utf8')))
    if (parsed.success) return parsed.data
  } catch (error) {
    throw asFailure(error, from)
  }
  throw new Failure('file', { file: basename(from), reason: 'codebook' })
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
