/** The codebook as a file of its own: its form, and reading what may be hostile or broken. */
import { z } from 'zod'
import { attribute, code, linkType } from './codebook.ts'
import type { Finding } from './finding.ts'
import { newFindingList } from './finding-list.ts'
import { codebookLimit } from './limits.ts'
import { reportIssues } from './schema-issues.ts'
import { parseStrictJson } from './strict-json.ts'
import { decodeUtf8 } from './utf8.ts'

const stamps = {
  version: true,
  createdAt: true,
  createdBy: true,
  modifiedAt: true,
  modifiedBy: true,
  ext: true,
} as const

export const codebookVersion = '1.0'

const codebookFile = z.strictObject({
  format: z.literal('actant-codebook'),
  formatVersion: z.literal(codebookVersion),
  codes: z.array(code.omit(stamps)),
  attributes: z.array(attribute.omit(stamps)),
  linkTypes: z.array(linkType.omit(stamps)),
})
export type CodebookFile = z.infer<typeof codebookFile>

/** A record without what each project stamps on it anew. */
export const unstamped = <T extends object>(record: T): Omit<T, keyof typeof stamps> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !(name in stamps))) as Omit<T, keyof typeof stamps>

const DEEPEST = 32

/** Reads a file's bytes: the codebook, or the first thing that is wrong with it. Never throws on content. */
export const readCodebookFile = (bytes: Uint8Array): { codebook: CodebookFile } | { problem: Finding } => {
  if (bytes.length > codebookLimit)
    return { problem: { code: 'too-large', where: '', params: { size: bytes.length, limit: codebookLimit } } }
  const text = decodeUtf8(bytes)
  if (text === undefined) return { problem: { code: 'ill-formed-text', where: '/' } }
  const findings = newFindingList(1)
  const { value } = parseStrictJson(text, { depth: DEEPEST }, findings)
  const [broken] = findings.list()
  if (broken) return { problem: broken }
  const version = versionOf(value)
  if (version !== undefined && version !== codebookVersion)
    return {
      problem: {
        code: 'unsupported-version',
        where: '/formatVersion',
        params: { found: version.slice(0, 20), known: codebookVersion },
      },
    }
  const parsed = codebookFile.safeParse(value)
  if (!parsed.success) reportIssues(parsed.error.issues, value, { where: '' }, findings)
  const [wrong] = findings.list()
  if (wrong || !parsed.success) return { problem: wrong ?? { code: 'schema', where: '/' } }
  const problem = twice(parsed.data) ?? misplaced(parsed.data)
  return problem ? { problem } : { codebook: parsed.data }
}

const versionOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === 'actant-codebook'
    ? 'formatVersion' in value && typeof value.formatVersion === 'string'
      ? value.formatVersion
      : undefined
    : undefined

/** Two entries of one id, or two codes of a type, attributes or link types of one key. */
const twice = ({ codes, attributes, linkTypes }: CodebookFile): Finding | undefined => {
  const known = new Set<string>()
  for (const [list, entries, names] of [
    ['codes', codes, codes.map(({ type, key }) => `code ${type} ${key}`)],
    ['attributes', attributes, attributes.map(({ type, key }) => `attribute ${type} ${key}`)],
    ['linkTypes', linkTypes, linkTypes.map(({ key }) => `linkType ${key}`)],
  ] as const) {
    for (const [index, { id }] of entries.entries()) {
      for (const name of [id, names[index] ?? '']) {
        if (known.has(name)) return { code: 'duplicate-id', where: `/${list}/${index}` }
        known.add(name)
      }
    }
  }
  return undefined
}

/** A code that stands under itself, or under one of another type. */
const misplaced = ({ codes }: CodebookFile): Finding | undefined => {
  const byId = new Map(codes.map((entry) => [entry.id, entry]))
  for (const [index, entry] of codes.entries()) {
    const seen = new Set<string>()
    for (let at = entry; ; ) {
      const above = at.parent === undefined ? undefined : byId.get(at.parent)
      if (!above) break
      if (above.type !== entry.type || seen.has(above.id)) return { code: 'schema', where: `/codes/${index}/parent` }
      seen.add(above.id)
      at = above
    }
  }
  return undefined
}
