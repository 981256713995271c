/**
 * doccano's JSONL: sequence labelling (`label: [[start, end, label]]`), relation extraction (`entities`, `relations`), and what earlier
 * versions gave out, with people and labels by their numbers (`annotations`). There are
 * no quotes. Offsets are UTF-16 code units by default, grapheme clusters where the project was set up so; the file does not say which,
 * unless Actant wrote it (`offset_unit`).
 */
import { z } from 'zod'
import { foreignObject } from '../schema.ts'
import type { ForeignFile, ForeignPlace, ForeignProblem, ForeignReader } from './foreign.ts'
import { jsonEntries } from './json-entries.ts'
import type { DraftDocument, DraftSpan } from './placing.ts'
import { placed } from './placing.ts'

export const doccano: ForeignReader = {
  id: 'doccano',
  title: 'doccano',
  extensions: ['jsonl', 'json'],
  fits: (opening) =>
    /"(text|data)"\s*:\s*"/.test(opening) &&
    /"(labels?"\s*:\s*\[\s*[[\]]|entities"\s*:\s*\[|annotations"\s*:\s*\[\s*\{[^}]*"start_offset")/.test(opening),
  takes: 'text',
  read: ({ name, content }): ForeignFile => {
    const { entries, problems } = jsonEntries(content)
    let says = entries.length > 0
    let ofTexts = 0
    const documents = entries.flatMap(({ value, at }, index) => {
      const read = record.safeParse(value)
      says &&= read.data?.['offset_unit'] === 'utf16'
      const raw = read.data?.text ?? read.data?.data
      ofTexts += read.data ? labelsOfText(read.data) : 0
      if (read.data && raw !== undefined) return [documentOf(`${name}#${index + 1}`, raw, read.data, at, problems)]
      problems.push({ ...at, reason: read.success ? 'no-text' : 'format' })
      return []
    })
    return {
      ...placed(documents, problems, {
        unit: 'utf16',
        cr: true,
        bom: true,
        binding: says,
        units: ['codePoint', 'grapheme'],
      }),
      ...(ofTexts > 0 && { unread: [{ what: 'label', count: ofTexts }] }),
    }
  },
}

const id = z.union([z.string(), z.number()])
const labelled = z.tuple([z.number(), z.number(), z.string()])
const entity = z.looseObject({ id, start_offset: z.number(), end_offset: z.number(), label: z.string() })
const numbered = z.looseObject({ label: id, start_offset: z.number(), end_offset: z.number(), user: id.optional() })
/** What is said of a text as a whole: a label by itself, or with who gave it. */
const ofText = z.union([id, z.looseObject({ label: id, start_offset: z.undefined().optional() })])
const relation = z.looseObject({ id: id.optional(), from_id: id, to_id: id, type: z.string() })
const record = z.looseObject({
  text: z.string().optional(),
  data: z.string().optional(),
  label: z.array(z.unknown()).optional(),
  labels: z.array(z.unknown()).optional(),
  entities: z.array(z.unknown()).optional(),
  relations: z.array(z.unknown()).optional(),
  annotations: z.array(z.unknown()).optional(),
})

const isOfText = (item: unknown): boolean => ofText.safeParse(item).success

const labelsOfText = ({ label, labels, annotations }: z.infer<typeof record>): number =>
  [...(label ?? labels ?? []), ...(annotations ?? [])].filter(isOfText).length

/** Columns of the data set that the record was made of, comments too, are kept with the article. */
const metadataOf = (read: z.infer<typeof record>) => {
  const { text: _, data: __, label: ___, labels, entities, relations, annotations, id, offset_unit, ...others } = read
  const told = Object.entries(others).filter(([, value]) => !(Array.isArray(value) && value.length === 0))
  const more = foreignObject.safeParse(Object.fromEntries(told)).data
  return more && Object.keys(more).length > 0 && { metadata: { more } }
}

const documentOf = (
  name: string,
  raw: string,
  read: z.infer<typeof record>,
  at: ForeignPlace,
  problems: ForeignProblem[],
): DraftDocument => {
  const { label, labels, entities, relations, annotations } = read
  const document: DraftDocument = { name, raw, spans: [], relations: [], ...metadataOf(read) }
  const taken = new Set<string>()
  const add = (span: Omit<DraftSpan, 'features' | 'at'>): void => {
    if (taken.has(span.id)) problems.push({ ...at, reason: 'twice', detail: span.id })
    else document.spans.push({ ...span, features: {}, at })
    taken.add(span.id)
  }
  for (const [index, item] of (label ?? labels ?? []).entries()) {
    if (isOfText(item)) continue
    const { data } = labelled.safeParse(item)
    if (data) add({ id: `label${index + 1}`, layer: data[2], fragments: [{ start: data[0], end: data[1] }] })
    else problems.push({ ...at, reason: 'value', detail: JSON.stringify(item) })
  }
  for (const item of entities ?? []) {
    const { data } = entity.safeParse(item)
    if (data)
      add({ id: `e${data.id}`, layer: data.label, fragments: [{ start: data.start_offset, end: data.end_offset }] })
    else problems.push({ ...at, reason: 'value', detail: JSON.stringify(item) })
  }
  for (const [index, item] of (annotations ?? []).entries()) {
    if (isOfText(item)) continue
    const { data } = numbered.safeParse(item)
    if (!data) {
      problems.push({ ...at, reason: 'value', detail: JSON.stringify(item) })
      continue
    }
    const { label, start_offset: start, end_offset: end, user } = data
    const by = user !== undefined && { annotator: String(user) }
    add({ id: `a${index + 1}`, layer: String(label), fragments: [{ start, end }], ...by })
  }
  for (const [index, item] of (relations ?? []).entries()) {
    const { data } = relation.safeParse(item)
    if (!data) problems.push({ ...at, reason: 'value', detail: JSON.stringify(item) })
    else {
      const ends = { from: `e${data.from_id}`, to: `e${data.to_id}` }
      document.relations.push({ id: `r${index + 1}`, layer: data.type, ...ends, features: {}, at })
    }
  }
  return document
}
