/** What validating, merging, checking and importing report about a record. The sentence stands in `i18n/<lang>/findings.ts`. */

/** Findings that refuse a whole file. */
export const refusing = [
  'not-json',
  'too-large',
  'too-deep',
  'duplicate-key',
  'forbidden-key',
  'ill-formed-text',
  'unsupported-version',
  'unknown-type',
  'duplicate-id',
  'negative-offset',
  'fractional-offset',
  'start-after-end',
  'fragment-order',
  'wrong-article-id',
  'schema',
] as const

/** Findings that concern one record; the rest of the file is sound. */
export const reporting = [
  'end-past-text',
  'inside-character',
  'quote-mismatch',
  'dangling-reference',
  'layout-past-text',
  'digest-mismatch',
  'not-canonical',
] as const

/** Findings about a project file, beside those above. */
export const projectFindings = ['sqlite-damaged', 'text-damaged', 'record-damaged', 'history-damaged'] as const

/** Findings about a merge, beside those above: a record that was changed on both sides. */
export const mergeFindings = ['concurrent'] as const

export type FindingCode =
  | (typeof refusing)[number]
  | (typeof reporting)[number]
  | (typeof projectFindings)[number]
  | (typeof mergeFindings)[number]

/** `where` is a JSON pointer into the file, or for projects `/KIND/ID`; `params` fill the sentence. */
export type Finding = { code: FindingCode; where: string; params?: Record<string, string | number> }

export type Verdict = 'accept' | 'report' | 'refuse'

const refusals: ReadonlySet<string> = new Set(refusing)

/** The verdict on a file from its findings. */
export const verdictOf = (findings: readonly Finding[]): Verdict =>
  findings.some((finding) => refusals.has(finding.code)) ? 'refuse' : findings.length > 0 ? 'report' : 'accept'
