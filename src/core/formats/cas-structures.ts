/** The texts (Sofas) of a UIMA CAS, and the feature structures that stand in them by `begin` and `end`, in UTF-16 code units. */
import { heldBy, isNumber, type Known, type Structure } from './cas-held.ts'
import type { ForeignFile, ForeignProblem, ForeignSpan, ForeignValue } from './foreign.ts'
import { type DraftDocument, type DraftRelation, placed } from './placing.ts'

/** A document for each text; without one the file is refused. */
export const casFile = (
  name: string,
  structures: readonly Structure[],
  problems: readonly ForeignProblem[],
): ForeignFile => {
  const known: Known = new Map(structures.toReversed().map((one) => [one['%ID'], one]))
  const documents = documentsOf(name, structures, known)
  const listed = [...problems, ...twiceIn(structures)]
  if (documents.length === 0) listed.push({ entry: 1, reason: 'no-text' })
  return placed(documents, listed, { unit: 'utf16', cr: true, bom: true, binding: true, units: [] })
}

const documentsOf = (name: string, structures: readonly Structure[], known: Known): DraftDocument[] => {
  const texts = structures.flatMap((one) =>
    typeof one['sofaString'] === 'string' ? [{ id: one['%ID'], raw: one['sofaString'] }] : [],
  )
  return texts.map(({ id, raw }) => {
    const own = structures.filter((one) => one['@sofa'] === id)
    const title = own.map((one) => one['documentTitle']).find((value) => typeof value === 'string')
    const document: DraftDocument = {
      name: title || (texts.length > 1 ? `${name}#${id}` : name),
      raw,
      spans: [],
      relations: [],
    }
    for (const one of own) {
      const { '%ID': number, '%TYPE': layer, at } = one
      if (!isSpan(one) || known.get(number) !== one) continue
      const [from, to] = [one['@Governor'], one['@Dependent']]
      const common = { id: `f${number}`, layer, features: featuresOf(one, known), at }
      if (isNumber(from) && isNumber(to)) document.relations.push({ ...common, from: `f${from}`, to: `f${to}` })
      else {
        document.spans.push({ ...common, fragments: [{ start: Number(one['begin']), end: Number(one['end']) }] })
        document.relations.push(...referencesOf(one, known))
      }
    }
    return document
  })
}

const isSpan = (one: Structure): boolean => isNumber(one['begin']) && isNumber(one['end'])

/** Of structures with one number the first is known; another that is a span has no id of its own. */
const twiceIn = (structures: readonly Structure[]): ForeignProblem[] => {
  const seen = new Set<number>()
  return structures.flatMap((one): ForeignProblem[] => {
    const isTwice = seen.has(one['%ID']) && isSpan(one)
    seen.add(one['%ID'])
    return isTwice ? [{ ...one.at, reason: 'twice', detail: String(one['%ID']) }] : []
  })
}

/** Several values of a feature are one, with bars between them. */
const featuresOf = (one: Structure, known: Known): ForeignSpan['features'] =>
  Object.fromEntries(
    Object.entries(one).flatMap(([member, value]): [string, ForeignValue][] => {
      const name = member.replace(/^[#@]/, '')
      if (/^[%^]|^(begin|end|at|__proto__)$/.test(name)) return []
      const [first, ...others] = heldBy(member, value, known).values
      if (first === undefined) return []
      return [[name, others.length === 0 ? first : [first, ...others].join(' | ')]]
    }),
  )

/** What a span refers to: other spans, or lists of them, or of slots with a role. */
const referencesOf = (one: Structure, known: Known): DraftRelation[] =>
  Object.entries(one).flatMap(([name, value]) => {
    if (name === '@sofa') return []
    return heldBy(name, value, known).ids.flatMap((end, index): DraftRelation[] => {
      const found = known.get(end)
      const filler = found?.['@target']
      const to = isNumber(filler) ? filler : found?.['%ID']
      if (!found || to === undefined || !isNumber(known.get(to)?.['begin'])) return []
      const id = `f${one['%ID']}${name}${index + 1}`
      const features = isNumber(filler) ? featuresOf(found, known) : {}
      return [
        { id, layer: `${one['%TYPE']}:${name.slice(1)}`, from: `f${one['%ID']}`, to: `f${to}`, features, at: one.at },
      ]
    })
  })
