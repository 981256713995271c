/** Goes through a JSON text once: where things stand in it, and what is wrong with it that `JSON.parse` would not say. */
import type { FindingList } from './finding-list.ts'
import { pointerStep } from './json-pointer.ts'
import type { Steps } from './steps.ts'

export type JsonLimits = { depth: number }

export type Scanned = {
  /** Whether the text is the RFC 8785 form of its value. */
  canonical: boolean
  members: ReadonlyMap<string, Member>
}

/**
 * A member of the outermost object, from its name's quote to its value's end. `items` are where each item starts and ends, one pair
 * after the other, where the value is an array.
 */
export type Member = { start: number; valueStart: number; end: number; items?: number[] }

/** What ends a scan at once. */
export class Stop extends Error {
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

/** Code units that are read between two pauses. */
const pauseUnits = 1 << 18
export const bom = 0xfeff
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

/** Throws `Stop`. */
export function* scan(text: string, limits: JsonLimits, findings: FindingList): Steps<Scanned> {
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
