/** Reads a bundle: hostile until parsed, refused where its structure is broken, mended where single records are wrong. */
import { type MendedBundle, mendBundle } from './bundle-content.ts'
import { firstListOutOfOrder } from './bundle-order.ts'
import { type Bundle, formatVersion } from './bundle-schema.ts'
import { soundBundle } from './bundle-structure.ts'
import { canonicalText } from './canonical.ts'
import { type Hash, hashing, newHash } from './digest.ts'
import { type Finding, type Verdict, verdictOf } from './finding.ts'
import { type FindingList, newFindingList } from './finding-list.ts'
import { liftUnknownMembers } from './lift.ts'
import { bundleLimit } from './limits.ts'
import { finish, type Steps, within } from './steps.ts'
import { type JsonText, parsingStrictJson } from './strict-json.ts'
import { decodeUtf8, decodeUtf8Leniently } from './utf8.ts'

export type BundleReading = {
  verdict: Verdict
  /** In the order found; the last one's `params.more` says where more were found than are listed. */
  findings: Finding[]
  /** Absent where the file is refused. Offsets in code points; what a newer minor version added stands in `ext`. */
  bundle?: Bundle
  /** Annotations that were found elsewhere in their text than the file said, or nowhere. */
  reanchored: number
  orphans: number
}

export type ReadOptions = {
  /** Bytes, or code units where a text is given. */
  maxLength: number
  maxDepth: number
  maxFindings: number
  /** A SHA-256; the caller may have a faster one. */
  newHash: () => Hash
}

const defaults: ReadOptions = { maxLength: bundleLimit, maxDepth: 200, maxFindings: 1_000, newHash }

/** Reads a file's bytes, or its text. Never throws on content: what is wrong is in the findings. */
export const readBundle = (file: string | Uint8Array, options: Partial<ReadOptions> = {}): BundleReading =>
  finish(readingBundle(file, options))

/** The same in steps. */
export function* readingBundle(file: string | Uint8Array, options: Partial<ReadOptions> = {}): Steps<BundleReading> {
  const settings = { ...defaults, ...options }
  const findings = newFindingList(settings.maxFindings)
  const read = yield* soundReading(file, settings, findings)
  const listed = findings.list()
  const counts = { reanchored: read?.reanchored ?? 0, orphans: read?.orphans ?? 0 }
  const verdict = verdictOf(listed)
  return read && verdict !== 'refuse'
    ? { verdict, findings: listed, bundle: read.bundle, ...counts }
    : { verdict, findings: listed, ...counts }
}

function* soundReading(
  file: string | Uint8Array,
  options: ReadOptions,
  findings: FindingList,
): Steps<MendedBundle | undefined> {
  if (file.length > options.maxLength) {
    findings.add('too-large', '', { size: file.length, limit: options.maxLength })
    return undefined
  }
  const text = textOf(file)
  const json = yield* within(0, 0.6, parsingStrictJson(text, { depth: options.maxDepth }, findings))
  if (findings.refused() || !isKnownVersion(json.value, findings)) return undefined
  const value = isNewerMinor(json.value) ? liftUnknownMembers(json.value) : json.value
  const sound = yield* within(0.6, 0.8, soundBundle(value, findings))
  if (!sound) return undefined
  const mended = yield* within(0.8, 0.95, mendBundle(sound, findings))
  yield* within(0.95, 1, checkDigest(text, json, sound.digest, options, findings))
  // A record whose place is wrong may stand out of order for that reason alone.
  const placed = sound.annotations.filter((annotation, i) => annotation === mended.bundle.annotations[i])
  checkForm(json, { ...sound, articles: mended.bundle.articles, annotations: placed }, findings)
  return mended
}

/** The text of bytes. What is not UTF-8 becomes a lone surrogate, so that the parser finds it and says where it stands. */
const textOf = (file: string | Uint8Array): string => {
  if (typeof file === 'string') return file
  return decodeUtf8(file) ?? decodeUtf8Leniently(file).replaceAll('\ufffd', '\ud800')
}

/** Another major version means something we cannot know, so nothing else is said about the file. */
const isKnownVersion = (value: unknown, findings: FindingList): boolean => {
  const version = versionOf(value)
  const major =
    typeof version === 'number' ? Math.trunc(version) : Number(/^(\d+)(?:\.|$)/.exec(String(version))?.[1] ?? 1)
  if (major === 1) return true
  findings.add('unsupported-version', '/formatVersion', { found: String(version).slice(0, 20), known: formatVersion })
  return false
}

const isNewerMinor = (value: unknown): boolean => /^1\.[1-9]\d*$/.test(String(versionOf(value)))

const versionOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'formatVersion' in value ? value.formatVersion : undefined

/** The digest is that of the file as it stands, without the member itself. */
function* checkDigest(
  text: string,
  json: JsonText,
  digest: string | undefined,
  options: ReadOptions,
  findings: FindingList,
): Steps<void> {
  if (digest === undefined) return
  const hash = options.newHash()
  if (json.canonical) yield* hashWithoutMember(hash, text, json.members.get('digest'))
  else if (typeof json.value === 'object' && json.value !== null) {
    yield* hashing(hash, canonicalText({ ...json.value, digest: undefined }))
  }
  const found = `sha256:${hash.hex()}`
  if (found !== digest) findings.add('digest-mismatch', '/digest', { stated: digest, found })
}

function* hashWithoutMember(hash: Hash, text: string, member: { start: number; end: number } | undefined): Steps<void> {
  const { start, end } = member ?? { start: 0, end: 0 }
  // The comma in front goes with the member; a bundle has members before `digest`.
  yield* hashing(hash, text.slice(0, text.charAt(start - 1) === ',' ? start - 1 : start))
  yield* hashing(hash, text.slice(end))
}

const checkForm = ({ canonical }: JsonText, bundle: Bundle, findings: FindingList): void => {
  if (!canonical) {
    findings.add('not-canonical', '', { rule: 'form' })
    return
  }
  const list = firstListOutOfOrder(bundle)
  if (list !== undefined) findings.add('not-canonical', '', { rule: 'order', list })
}
