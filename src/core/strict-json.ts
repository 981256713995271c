/**
 * Parses JSON and finds what `JSON.parse` cannot see or lets pass: member names that stand twice, `__proto__`, nesting
 * without end, lone surrogates, numbers that would not come back as written. Says besides whether the text is RFC 8785's.
 */
import { type FindingList, newFindingList } from './finding-list.ts'
import { pointerStep } from './json-pointer.ts'
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

type Scanned = Omit<JsonText, 'value' | 'members'> & { members: ReadonlyMap<string, Member> }

/** `items` are where each item starts and ends, one pair after the other, where the value is an array. */
type Member = { start: number; valueStart: number; end: number; items?: number[] }

export type JsonLimits = { depth: number }

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

/** What ends a scan at once. */
class Stop extends Error {
  readonly code: 'not-json' | 'too-deep'
  readonly at: number
  readonly params: Record<string, number>
  constructor(code: 'not-json' | 'too-deep', at: number, params: Record<string, number> = {}) {
    super(code)
    this.code = code
    this.at = at
    this.params = params
  }
}

/** An object or array that is open. `name` is the member that is being read, or `index`; `count` members were read so far. */
type Frame = { array: boolean; index: number; name: string; count: number; seen: Set<string> | undefined; shape: Shape }

/**
 * The members of the object that was read last at a place, in order, and the shapes of what stands under them. Nearly every object
 * has the members of the one before, which are then known without being read: only where `repeats`, which is not said of names that
 * stand in the text in another form or have a fault. Under an array all share the name ''.
 */
type Shape = { names: string[]; repeats: boolean; inside: Map<string, Shape> }

/** A file of ever new names would fill the memory with shapes that never come again. */
const mostShapes = 100

const findingsBeforeEnd = 1000
/** Code units that are read between two pauses; positions of items, two an item. */
const pauseUnits = 1 << 18
const pauseItems = 1024
const bom = 0xfeff
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a]
const [openObject, closeObject, openArray, closeArray] = [0x7b, 0x7d, 0x5b, 0x5d]
const literals = new Map([
  [0x74, 'true'],
  [0x66, 'false'],
  [0x6e, 'null'],
])
/** Escapes that RFC 8785 writes with one letter, and whose characters it writes in no other way. */
const shortEscapes = '"\\bfnrt'
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const control = /^00(?:0[0-7bef]|1[0-9a-f])$/

function* scan(text: string, limits: JsonLimits, findings: FindingList): Steps<Scanned> {
  const wellFormed = text.isWellFormed()
  const members = new Map<string, Member>()
  const frames: Frame[] = []
  let depth = 0
  let canonical = text.charCodeAt(0) !== bom
  let at = canonical ? 0 : 1
  // Of the member of the outermost object that is being read: where it and its value start, and where the items of its list stand.
  let memberStart = 0
  let valueStart = 0
  let items: number[] | undefined
  let pauseAt = pauseUnits
  // Of the string read last: whether it has escapes, and \u among them.
  let escaped = false
  let unicode = false

  const where = (): string => {
    let pointer = ''
    for (let i = 0; i < depth; i++) {
      const frame = frames[i]
      if (frame) pointer += pointerStep(frame.array ? frame.index : frame.name)
    }
    return pointer.toWellFormed()
  }

  const skipSpace = (): void => {
    let unit = text.charCodeAt(at)
    while (unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09) {
      canonical = false
      unit = text.charCodeAt(++at)
    }
  }

  const readEscape = (): void => {
    const letter = text.charAt(at + 1)
    escaped = true
    if (letter === 'u') {
      const hex = text.slice(at + 2, at + 6)
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) throw new Stop('not-json', at)
      canonical &&= control.test(hex)
      unicode = true
      at += 6
    } else {
      if (letter === '/') canonical = false
      else if (letter === '' || !shortEscapes.includes(letter)) throw new Stop('not-json', at)
      at += 2
    }
  }

  /** Reads past a string that starts here. */
  const skipString = (): void => {
    escaped = false
    unicode = false
    at++
    for (;;) {
      const unit = text.charCodeAt(at)
      if (unit === quote) break
      if (unit === backslash) readEscape()
      else if (unit >= 0x20) at++
      else throw new Stop('not-json', at) // a control character, or NaN: the end of the text
    }
    at++
  }

  const isWellFormed = (start: number): boolean =>
    (wellFormed && !unicode) || stringAt(text, start, at, escaped).isWellFormed()

  /** Whether the name that starts here is the one that stood here in the object before, where all were in order. */
  const repeatsName = (frame: Frame): boolean => {
    const name = frame.shape.names[frame.count]
    if (name === undefined || !frame.shape.repeats || depth === 1) return false
    const end = at + 1 + name.length
    if (!text.startsWith(name, at + 1) || text.charCodeAt(end) !== quote || text.charCodeAt(end + 1) !== colon)
      return false
    frame.name = name
    frame.count++
    at = end + 2
    return true
  }

  const readName = (frame: Frame): void => {
    if (text.charCodeAt(at) !== quote) throw new Stop('not-json', at)
    if (repeatsName(frame)) return
    const start = at
    skipString()
    const name = stringAt(text, start, at, escaped)
    const { shape } = frame
    const { names } = shape
    names.length = frame.count
    const last = names.at(-1)
    const sorted = last === undefined || (frame.seen === undefined && name > last)
    frame.name = name
    if (depth === 1) memberStart = start
    const isSound = isWellFormed(start)
    if (!isSound) findings.add('ill-formed-text', where)
    if (name === '__proto__') findings.add('forbidden-key', where)
    if (escaped || !isSound || !sorted || name === '__proto__') shape.repeats = false
    if (!sorted) {
      canonical = false
      frame.seen ??= new Set(names)
      if (frame.seen.has(name)) findings.add('duplicate-key', where, { name: name.slice(0, 100).toWellFormed() })
      frame.seen.add(name)
    }
    frame.count = names.push(name)
    skipSpace()
    if (text.charCodeAt(at) !== colon) throw new Stop('not-json', at)
    at++
  }

  const readNumber = (): void => {
    number.lastIndex = at
    const literal = number.exec(text)?.[0]
    if (literal === undefined) throw new Stop('not-json', at)
    at += literal.length
    if (literal.length < 16 && plainInteger.test(literal)) return
    const written = String(Number(literal))
    if (written === literal) return
    canonical = false
    const lost = !Number.isFinite(Number(literal)) || (/^-?\d+$/.test(literal) && literal !== '-0')
    if (lost) findings.add('schema', where, { rule: 'number', value: literal.slice(0, 40) })
  }

  const open = (array: boolean): void => {
    if (depth === limits.depth) throw new Stop('too-deep', at, { limit: limits.depth })
    const shape = shapeUnder(frames[depth - 1])
    if (!shape.repeats) shape.names.length = 0
    shape.repeats = true
    const frame = frames[depth]
    if (frame) Object.assign(frame, { array, index: 0, count: 0, seen: undefined, shape })
    else frames.push({ array, index: 0, name: '', count: 0, seen: undefined, shape })
    depth++
    at++
  }

  /** Reads a value up to its end, or only the opening of an object or array that is not empty. */
  const readValue = (): 'read' | 'opened' => {
    skipSpace()
    const unit = text.charCodeAt(at)
    if (depth === 1) {
      valueStart = at
      items = unit === openArray ? [] : undefined
    } else if (depth === 2) items?.push(at)
    if (unit === quote) {
      const start = at
      skipString()
      if (!isWellFormed(start)) findings.add('ill-formed-text', where)
    } else if (unit === openObject || unit === openArray) {
      open(unit === openArray)
      skipSpace()
      if (text.charCodeAt(at) !== (unit === openArray ? closeArray : closeObject)) return 'opened'
      depth--
      at++
    } else {
      const literal = literals.get(unit)
      if (literal === undefined) readNumber()
      else if (text.startsWith(literal, at)) at += literal.length
      else throw new Stop('not-json', at)
    }
    return 'read'
  }

  for (;;) {
    const frame = frames[depth - 1]
    if (depth > 0 && frame && !frame.array) readName(frame)
    if (readValue() === 'opened') continue
    // The value may be the last of its container, that container the last of its own, and so on.
    for (;;) {
      skipSpace()
      const parent = frames[depth - 1]
      if (depth === 0 || !parent) {
        if (at < text.length) throw new Stop('not-json', at)
        return { canonical, members }
      }
      if (depth === 1 && !parent.array)
        members.set(parent.name, { start: memberStart, valueStart, end: at, ...(items && { items }) })
      else if (depth === 2) items?.push(at)
      if (at > pauseAt) {
        pauseAt = at + pauseUnits
        yield at / text.length
      }
      const unit = text.charCodeAt(at)
      if (unit === comma) {
        at++
        skipSpace()
        parent.index++
        break
      }
      if (unit !== (parent.array ? closeArray : closeObject)) throw new Stop('not-json', at)
      at++
      depth--
    }
  }
}

const shapeUnder = (parent: Frame | undefined): Shape => {
  const name = parent && !parent.array ? parent.name : ''
  const known = parent?.shape.inside.get(name)
  if (known) return known
  const shape: Shape = { names: [], repeats: true, inside: new Map() }
  if (parent && parent.shape.inside.size < mostShapes) parent.shape.inside.set(name, shape)
  return shape
}

const plainInteger = /^(?:0|-?[1-9]\d*)$/

const stringAt = (text: string, start: number, end: number, escaped: boolean): string =>
  escaped ? String(JSON.parse(text.slice(start, end))) : text.slice(start + 1, end - 1)

const placeOf = (text: string, at: number): { line: number; column: number } => {
  const before = text.slice(0, at)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: codePointLength(before.slice(lineStart)) + 1 }
}
