/**
 * A data set in JSON Lines, a row a text, as Actant and many others write it for Hugging Face: `text` and `spans` (or `entities`) with `start`,
 * `end` and `label`, mostly in code points; `text` of a span proves it. Relations lead from `head` to `tail`.
 */
import { z } from 'zod'
import type { ForeignFile, ForeignPlace, ForeignProblem, ForeignReader } from './foreign.ts'
import { jsonEntries, plainValues } from './json-entries.ts'
import { definedInCodePoints } from './offset-unit.ts'
import type { DraftDocument } from './placing.ts'
import { placed } from './placing.ts'

export const huggingFace: ForeignReader = {
  id: 'hf',
  takes: 'text',
  title: 'Hugging Face JSONL',
  extensions: ['jsonl', 'json'],
  fits: (opening) =>
    /"text"\s*:\s*"/.test(opening) && /"(spans|entities)"\s*:\s*\[(\s*\]|\s*\{[^}]*"start"\s*:)/.test(opening),
  read: ({ name, content }): ForeignFile => {
    const { entries, problems } = jsonEntries(content)
    const documents = entries.flatMap(({ value, at }, index) => {
      const { data } = row.safeParse(value)
      if (data) return [documentOf(data.title || `${name}#${index + 1}`, data, at, problems)]
      problems.push({ ...at, reason: 'format' })
      return []
    })
    return placed(documents, problems, definedInCodePoints(true))
  },
}

const id = z.union([z.string(), z.number()])
const row = z.looseObject({
  text: z.string(),
  title: z.string().nullish(),
  spans: z.array(z.unknown()).optional(),
  entities: z.array(z.unknown()).optional(),
  relations: z.array(z.unknown()).nullish(),
})
const fragment = z.looseObject({ start: z.number(), end: z.number() })
const span = z.looseObject({
  id: id.optional(),
  start: z.number(),
  end: z.number(),
  label: z.string(),
  text: z.string().optional(),
  fragments: z.array(fragment).min(1).optional(),
  annotator: z.string().nullish(),
  note: z.string().nullish(),
})
const relation = z.looseObject({ head: id, tail: id.nullable(), label: z.string() })

/** Members of a span that stand elsewhere in what is read, or say what the label says. */
const elsewhere = new Set(['id', 'start', 'end', 'label', 'text', 'type', 'annotator', 'note', 'origin', 'actor_id'])
const ofTokens = new Set(['token_start', 'token_end'])

const documentOf = (
  name: string,
  { text, spans, entities, relations }: z.infer<typeof row>,
  at: ForeignPlace,
  problems: ForeignProblem[],
): DraftDocument => {
  const document: DraftDocument = { name, raw: text, spans: [], relations: [] }
  const taken = new Set<string>()
  for (const [index, item] of (spans ?? entities ?? []).entries()) {
    const { data } = span.safeParse(item)
    const key = String(data?.id ?? `#${index + 1}`)
    if (!data || taken.has(key)) {
      problems.push({ ...at, reason: data ? 'twice' : 'value', detail: data ? key : JSON.stringify(item) })
      continue
    }
    taken.add(key)
    const { label: layer, fragments = [data], text: quote, annotator, note } = data
    document.spans.push({
      id: key,
      layer,
      fragments: fragments.map(({ start, end }) => ({ start, end })),
      features: plainValues(data, (member) => elsewhere.has(member) || ofTokens.has(member)),
      ...(quote !== undefined && { quote }),
      ...(annotator && { annotator }),
      ...(note && { note }),
      at,
    })
  }
  for (const [index, item] of (relations ?? []).entries()) {
    const { data } = relation.safeParse(item)
    // A source that the text does not name, or that is an entry of a registry, is no span.
    if (data && (data.tail === null || (data['tail_kind'] ?? 'span') !== 'span')) continue
    if (!data) problems.push({ ...at, reason: 'value', detail: JSON.stringify(item) })
    else {
      const ends = { from: String(data.head), to: String(data.tail) }
      document.relations.push({ id: `r${index + 1}`, layer: data.label, ...ends, features: {}, at })
    }
  }
  return document
}
