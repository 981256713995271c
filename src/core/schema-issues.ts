/** What zod finds wrong, as findings: the most specific code, the pointer to the member itself, one finding for one fault. */
import type { z } from 'zod'
import type { FindingList } from './finding-list.ts'
import { pointerStep, pointerTo } from './json-pointer.ts'
import type { RecordKind } from './records.ts'

/** Where a checked value stands in the file, and what it was checked as. */
export type Checked = { where: string; kind?: RecordKind | 'tombstone' }

type Issue = z.core.$ZodIssue

/**
 * Reports what a schema refused in a value. `schema` findings say by `rule` what is wrong: a member is `missing` (the
 * pointer is then its object's), `unknown`, `repeated`, `empty`, or its `value` cannot be.
 */
export const reportIssues = (
  issues: readonly Issue[],
  value: unknown,
  { where, kind }: Checked,
  findings: FindingList,
): void => {
  const unknown = new Set(issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => pointerTo(path)))
  for (const issue of issues) {
    const place = pointerTo(issue.path)
    const at = where + place
    const owner = valueAt(value, issue.path.slice(0, -1))
    const name = issue.path.at(-1)
    const member = valueAt(value, issue.path)
    if (name !== undefined && isObject(owner) && !Object.hasOwn(owner, name)) {
      findings.add('schema', where + pointerTo(issue.path.slice(0, -1)), { rule: 'missing', member: String(name) })
    } else if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        findings.add('schema', at + pointerStep(key), { rule: 'unknown', member: key.slice(0, 100).toWellFormed() })
    } else if (issue.code === 'invalid_union' && onlyFitting(issue, member)) {
      reportIssues(onlyFitting(issue, member) ?? [], member, { where: at }, findings)
    } else if (issue.code === 'custom') {
      // An object that lacks something beside having what it should not is one fault.
      if (!unknown.has(place)) reportRule(member, at, findings)
    } else if (typeof member === 'number' && (name === 'start' || name === 'end')) {
      reportOffset(member, at, where + pointerTo(issue.path.slice(0, -1)), findings)
    } else if (typeof member === 'string' && isAnnotationType(kind, issue.path)) {
      findings.add('unknown-type', at, { value: shown(member) })
    } else {
      findings.add('schema', at, { rule: 'value', value: shown(member) })
    }
  }
}

/** Of a choice between shapes: what is wrong with the only one of which nothing is missing. */
const onlyFitting = (issue: z.core.$ZodIssueInvalidUnion, value: unknown): readonly Issue[] | undefined => {
  const isWhole = (issues: readonly Issue[]) =>
    issues.every((inner) => inner.code === 'unrecognized_keys' || valueAt(value, inner.path) !== undefined)
  const fitting = issue.errors.filter((issues) => isObject(value) && isWhole(issues))
  return fitting.length === 1 ? fitting[0] : undefined
}

const reportRule = (value: unknown, where: string, findings: FindingList): void => {
  if (Array.isArray(value)) {
    const again = value.findIndex((item, i) => value.indexOf(item) < i)
    findings.add('schema', `${where}/${again}`, { rule: 'repeated', value: shown(value[again]) })
  } else if (isObject(value)) findings.add('schema', where, { rule: 'empty' })
  else findings.add('schema', where, { rule: 'value', value: shown(value) })
}

const reportOffset = (value: number, where: string, fragment: string, findings: FindingList): void => {
  if (value < 0) findings.add('negative-offset', where, { value })
  else if (!Number.isInteger(value)) findings.add('fractional-offset', where, { value })
  // No schema lets a fragment end at 0: it would have to start before that.
  else if (value === 0) findings.add('start-after-end', fragment, { start: 0, end: 0 })
  else findings.add('schema', where, { rule: 'value', value: shown(value) })
}

const isAnnotationType = (kind: Checked['kind'], path: readonly PropertyKey[]): boolean =>
  kind === 'linkType'
    ? path.length === 2 && (path[0] === 'from' || path[0] === 'to')
    : (kind === 'annotation' || kind === 'code' || kind === 'attribute') && path.length === 1 && path[0] === 'type'

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, name) => (isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined), value)

/** A value as a sentence can name it. */
const shown = (value: unknown): string =>
  Array.isArray(value) ? '[…]' : isObject(value) ? '{…}' : (JSON.stringify(value) ?? '').slice(0, 60).toWellFormed()

const isObject = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null
