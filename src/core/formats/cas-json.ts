/**
 * UIMA CAS JSON 0.4, as INCEpTION writes it: feature structures with `begin` and `end` in UTF-16 code units, by the definition of the
 * format, without quotes. https://github.com/apache/uima-uimaj-io-jsoncas
 */
import { z } from 'zod'
import type { ForeignFile, ForeignProblem, ForeignReader } from './foreign.ts'
import { jsonEntries, plainValues } from './json-entries.ts'
import type { DraftDocument, DraftRelation } from './placing.ts'
import { placed } from './placing.ts'

export const casJson: ForeignReader = {
  id: 'cas-json',
  title: 'UIMA CAS JSON (INCEpTION)',
  extensions: ['json'],
  fits: (opening) => /"%(TYPES|VIEWS|FEATURE_STRUCTURES)"\s*:/.test(opening),
  takes: 'text',
  read: ({ name, content }): ForeignFile => {
    const { entries } = jsonEntries(content)
    const [first, second] = entries
    const { data } = cas.safeParse(first?.value)
    if (!data || second) return { documents: [], problems: [{ entry: 1, reason: 'format' }] }
    const problems: ForeignProblem[] = []
    const structures: Structure[] = []
    for (const [index, value] of (data['%FEATURE_STRUCTURES'] ?? []).entries()) {
      const { data } = structure.safeParse(value)
      if (data) structures.push({ ...data, at: { entry: index + 1 } })
      else problems.push({ entry: index + 1, reason: 'value', detail: JSON.stringify(value).slice(0, 120) })
    }
    const documents = documentsOf(name, structures)
    if (documents.length === 0) problems.push({ entry: 1, reason: 'no-text' })
    return placed(documents, problems, { unit: 'utf16', cr: true, bom: true, binding: true, units: [] })
  },
}

const cas = z.looseObject({
  '%VIEWS': z.record(z.string(), z.unknown()),
  '%FEATURE_STRUCTURES': z.array(z.unknown()).optional(),
})
const structure = z.looseObject({ '%ID': z.number(), '%TYPE': z.string() })
type Structure = z.infer<typeof structure> & { at: { entry: number } }

/** One for each text in it. */
const documentsOf = (name: string, structures: readonly Structure[]): DraftDocument[] => {
  const byId = new Map(structures.map((one) => [one['%ID'], one]))
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
      const [from, to] = [one['@Governor'], one['@Dependent']]
      if (isNumber(from) && isNumber(to)) {
        const key = `f${one['%ID']}`
        document.relations.push({
          id: key,
          layer: one['%TYPE'],
          from: `f${from}`,
          to: `f${to}`,
          features: featuresOf(one),
          at: one.at,
        })
      } else if (isNumber(one['begin']) && isNumber(one['end'])) {
        const fragments = [{ start: one['begin'], end: one['end'] }]
        document.spans.push({
          id: `f${one['%ID']}`,
          layer: one['%TYPE'],
          fragments,
          features: featuresOf(one),
          at: one.at,
        })
        document.relations.push(...referencesOf(one, byId))
      }
    }
    return document
  })
}

const featuresOf = (one: Structure) => plainValues(one, (name) => /^[%@^#]|^(begin|end|at)$/.test(name))

const isNumber = (value: unknown): value is number => typeof value === 'number'

/** What a span refers to: other spans, or lists of them, or of slots with a role. */
const referencesOf = (one: Structure, byId: ReadonlyMap<number, Structure>): DraftRelation[] =>
  Object.entries(one).flatMap(([name, value]) => {
    if (!name.startsWith('@') || name === '@sofa' || !isNumber(value)) return []
    const elements = byId.get(value)?.['%ELEMENTS']
    const ends: unknown[] = Array.isArray(elements) ? elements : [value]
    return ends.flatMap((end, index): DraftRelation[] => {
      const found = isNumber(end) ? byId.get(end) : undefined
      const filler = found?.['@target']
      const to = isNumber(filler) ? filler : found?.['%ID']
      if (!found || to === undefined || !isNumber(byId.get(to)?.['begin'])) return []
      const id = `f${one['%ID']}${name}${index + 1}`
      const features = isNumber(filler) ? featuresOf(found) : {}
      return [
        { id, layer: `${one['%TYPE']}:${name.slice(1)}`, from: `f${one['%ID']}`, to: `f${to}`, features, at: one.at },
      ]
    })
  })
