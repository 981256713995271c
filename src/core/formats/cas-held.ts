/**
 * A feature structure of a UIMA CAS, however it was written down, and what its features hold. Members are called as in CAS JSON: `@`
 * leads to other structures by their numbers, `#` is a number that JSON has no word for.
 */
import type { ForeignValue } from './foreign.ts'

export type Structure = { '%ID': number; '%TYPE': string; at: { entry: number } } & { [member: string]: unknown }

export type Known = ReadonlyMap<number, Structure>

/** Values, or the numbers of other structures. */
export type Held = { values: ForeignValue[]; ids: number[] }

/** What stands under a name; arrays and lists that were written as structures of their own are what is in them. */
export const heldBy = (member: string, value: unknown, known: Known): Held => {
  if (!member.startsWith('@')) return { values: [value].flat().filter(isValue), ids: [] }
  if (Array.isArray(value)) return { values: [], ids: value.filter(isNumber) }
  if (!isNumber(value)) return nothing
  const structure = known.get(value)
  const type = structure?.['%TYPE'] ?? ''
  if (!structure || type === 'uima.cas.ByteArray' || /^uima\.cas\.Empty\w+List$/.test(type)) return nothing
  const items = /^uima\.cas\.NonEmpty\w+List$/.test(type) ? headsOf(structure, known) : structure['%ELEMENTS']
  if (valuesType.test(type)) return { values: [items].flat().filter(isValue), ids: [] }
  return { values: [], ids: (Array.isArray(items) ? items : [value]).filter(isNumber) }
}

const nothing: Held = { values: [], ids: [] }

const valuesType =
  /^uima\.cas\.((String|Boolean|Short|Integer|Long|Float|Double)Array|NonEmpty(String|Integer|Float)List)$/

/** A list is a head and a tail; one that runs in a circle ends where it began. */
const headsOf = (first: Structure, known: Known): unknown[] => {
  const heads: unknown[] = []
  const seen = new Set<Structure>()
  for (let at: Structure | undefined = first; at && !seen.has(at); at = tailOf(at, known)) {
    seen.add(at)
    heads.push(at['@head'] ?? at['head'] ?? at['#head'])
  }
  return heads
}

const tailOf = (structure: Structure, known: Known): Structure | undefined => {
  const tail = structure['@tail']
  return isNumber(tail) ? known.get(tail) : undefined
}

export const isNumber = (value: unknown): value is number => typeof value === 'number'

const isValue = (value: unknown): value is ForeignValue => ['string', 'number', 'boolean'].includes(typeof value)
