/**
 * Parses JSON and finds what `JSON.parse` cannot see or lets pass: member names that stand twice, `__proto__`, nesting
 * without end, lone surrogates, numbers that would not come back as written. Says besides whether the text is RFC 8785's.
 */
import { type FindingList, newFindingList } from './finding-list.ts'
import { bom, type JsonLimits, type Member, Stop, scan } from './json-scan.ts'
import { codePointLength } from './offsets.ts'
import { finish, type Steps, within } from './steps.ts'

export type JsonText = {
  /** Absent where something found refuses the text. */
  value?: unknown
  /** Whether the text is the RFC 8785 form of its value. */
  canonical: boolean
  /** Where the members of the outermost object stand in the text, from the name's quote to the value's end. */
  members: ReadonlyMap<string, { start: number; end: number }>
}

const findingsBeforeEnd = 1000
/** Positions of items that are parsed between two pauses, two an item. */
const pauseItems = 1024

/** Scans a text, a BOM in front passed over, and parses it where nothing refuses it. Findings go to the list. */
export const parseStrictJson = (text: string, limits: JsonLimits, findings: FindingList): JsonText =>
  finish(parsingStrictJson(text, limits, findings))

/** The same in steps, as long as no single value in a list of the outermost object takes long. */
export function* parsingStrictJson(text: string, limits: JsonLimits, findings: FindingList): Steps<JsonText> {
  // Of a text that is no JSON nothing else is said: its pointers would lead nowhere.
  const found = newFindingList(findingsBeforeEnd)
  try {
    const scanned = yield* within(0, 0.6, scan(text, limits, found))
    for (const { code, where, params } of found.list()) findings.add(code, where, params)
    if (findings.refused()) return scanned
    return { ...scanned, value: yield* within(0.6, 1, parsedValue(text, scanned.members)) }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    findings.add(error.code, '', { ...placeOf(text, error.at), ...error.params })
    return { canonical: false, members: new Map() }
  }
}

/** The value of a text that was scanned: of an outermost object member by member, of their lists item by item. */
function* parsedValue(text: string, members: ReadonlyMap<string, Member>): Steps<unknown> {
  if (members.size === 0) return JSON.parse(text.charCodeAt(0) === bom ? text.slice(1) : text)
  const value: Record<string, unknown> = {}
  for (const [name, { valueStart, end, items }] of members) {
    if (!items) value[name] = JSON.parse(text.slice(valueStart, end))
    else {
      const list: unknown[] = []
      for (let i = 0; i < items.length; i += 2) {
        list.push(JSON.parse(text.slice(items[i], items[i + 1])))
        if (i % pauseItems === 0) yield end / text.length
      }
      value[name] = list
    }
  }
  return value
}

const placeOf = (text: string, at: number): { line: number; column: number } => {
  const before = text.slice(0, at)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: codePointLength(before.slice(lineStart)) + 1 }
}
