/**
 * Label Studio's JSON export. Old exports count UTF-16 code units, and the oldest call the end the last character, newer ones count code points;
 * the words in `value.text` decide.
 * https://labelstud.io/guide/export.html
 */
import { z } from 'zod'
import { foreignObject } from '../schema.ts'
import type { ForeignFile, ForeignPlace, ForeignProblem, ForeignReader, ForeignValue } from './foreign.ts'
import { jsonEntries } from './json-entries.ts'
import { definedInCodePoints } from './offset-unit.ts'
import type { DraftDocument } from './placing.ts'
import { placed } from './placing.ts'

export const labelStudio: ForeignReader = {
  id: 'labelstudio',
  title: 'Label Studio',
  extensions: ['json'],
  fits: (opening) => /"(annotations|completions)"\s*:\s*\[/.test(opening) && /"data"\s*:\s*\{/.test(opening),
  takes: 'text',
  read: ({ name, content }): ForeignFile => {
    const { entries, problems } = jsonEntries(content)
    const aside = new Map<string, number>()
    const documents = entries.flatMap(({ value, at }, index) => {
      const { data: read } = task.safeParse(value)
      const raw = read && textIn(read)
      if (!read || raw === undefined) problems.push({ ...at, reason: read ? 'no-text' : 'format' })
      for (const [what, list] of Object.entries(read ? asideIn(read) : {}))
        if (list.length > 0) aside.set(what, (aside.get(what) ?? 0) + list.length)
      return read && raw !== undefined ? [documentOf(`${name}#${read.id ?? index + 1}`, raw, read, at, problems)] : []
    })
    return {
      ...placed(documents, problems, { ...definedInCodePoints(true), lasts: true }),
      unread: [...aside].map(([what, count]) => ({ what, count })),
    }
  },
}

const id = z.union([z.string(), z.number()])
const person = z.looseObject({ email: z.string().optional(), id: id.optional() })
const work = z.looseObject({
  id: id.optional(),
  /** Nobody where the account is no longer there. */
  completed_by: z.union([id, person]).nullish(),
  /** Whom Actant's own exports name. */
  annotator: z.string().optional(),
  was_cancelled: z.boolean().nullish(),
  result: z.array(z.unknown()),
})
const task = z.looseObject({
  id: id.optional(),
  data: z.record(z.string(), z.unknown()),
  annotations: z.array(work).optional(),
  completions: z.array(work).optional(),
  predictions: z.array(z.unknown()).optional(),
})
const region = z.looseObject({
  id,
  from_name: z.string().optional(),
  value: z.looseObject({ start: z.number(), end: z.number(), text: z.string().optional() }),
})
const link = z.looseObject({
  type: z.literal('relation'),
  from_id: id,
  to_id: id,
  direction: z.enum(['left', 'right', 'bi']).nullish(),
  labels: z.array(z.string()).nullish(),
})

type Task = z.infer<typeof task>
type Region = z.infer<typeof region>

/** The member named `text`, else the longest one that is a text, and not where a picture or recording is. */
const textIn = ({ data }: Task): string | undefined => {
  const texts = Object.values(data).filter((value): value is string => typeof value === 'string' && !isAddress(value))
  return typeof data['text'] === 'string' ? data['text'] : texts.sort((a, b) => b.length - a.length)[0]
}

const isAddress = (value: string): boolean => /^\S*[/\\]\S*$/.test(value)

/** What is counted and not read: what nobody stands for, and what is said of no place in the text, by its type. */
const asideIn = ({
  annotations = [],
  completions = [],
  predictions = [],
}: Task): Record<string, readonly unknown[]> => {
  const [cancelled, done] = [true, false].map((which) =>
    [...annotations, ...completions].filter(({ was_cancelled }) => Boolean(was_cancelled) === which),
  )
  const placeless = (done ?? []).flatMap(({ result }) => result.filter(isPlaceless))
  return {
    predictions,
    was_cancelled: cancelled ?? [],
    ...Object.fromEntries(Map.groupBy(placeless, (item) => control.parse(item).type)),
  }
}

const control = z.looseObject({ type: z.string() })
/** Controls of text regions: where one of these has no offsets, it is damaged, or of a page with markup. */
const ofRegions = ['labels', 'hypertextlabels', 'paragraphlabels', 'relation']

const isPlaceless = (item: unknown): boolean =>
  control.safeParse(item).data !== undefined &&
  !region.safeParse(item).success &&
  !ofRegions.includes(control.parse(item).type)

const documentOf = (
  name: string,
  raw: string,
  { annotations, completions, data }: Task,
  at: ForeignPlace,
  problems: ForeignProblem[],
): DraftDocument => {
  const more = foreignObject.safeParse(
    Object.fromEntries(Object.entries(data).filter(([, value]) => value !== raw)),
  ).data
  const metadata = more && Object.keys(more).length > 0 && { metadata: { more } }
  const document: DraftDocument = { name, raw, spans: [], relations: [], ...metadata }
  for (const [
    index,
    { id = index + 1, result, completed_by, annotator = annotatorOf(completed_by), was_cancelled },
  ] of (annotations ?? completions ?? []).entries()) {
    if (was_cancelled) continue
    const by = annotator === undefined ? {} : { annotator }
    const regions: Region[] = []
    for (const item of result) {
      const { data: relation } = link.safeParse(item)
      const { data } = region.safeParse(item)
      if (relation) {
        const [from, to] = [relation.from_id, relation.to_id].map((end) => `${id}/${end}`)
        const [start, end] = relation.direction === 'left' ? [to, from] : [from, to]
        const layer = relation.labels?.join(', ') || 'relation'
        const key = `${id}/r${document.relations.length + 1}`
        document.relations.push({ id: key, layer, from: start ?? '', to: end ?? '', features: {}, at, ...by })
      } else if (data) regions.push(data)
      else if (!isPlaceless(item)) problems.push({ ...at, reason: 'value', detail: JSON.stringify(item).slice(0, 120) })
    }
    for (const [key, parts] of Map.groupBy(regions, (one) => `${id}/${one.id}`)) {
      const { layers, features, note } = saidOf(parts)
      const [first] = parts
      if (!first) continue
      const { start, end, text: quote } = first.value
      for (const [index, layer] of layers.entries()) {
        // A region with several labels is several spans; relations lead to the first.
        const own = { id: index === 0 ? key : `${key}#${index + 1}`, layer, features, ...(note && { note }) }
        document.spans.push({ ...own, fragments: [{ start, end }], quote, at, ...by })
      }
    }
  }
  return document
}

/** What the results about one region say together: labels, and values of other controls by their name. */
const saidOf = (parts: readonly Region[]) => {
  const layers: string[] = []
  const features: Record<string, ForeignValue> = {}
  const notes: string[] = []
  for (const { from_name = 'label', value } of parts) {
    for (const [name, said] of Object.entries(value)) {
      const words = Array.isArray(said) ? said.filter((word) => typeof word === 'string') : []
      if (name === 'labels') layers.push(...words)
      else if (name === 'text' && Array.isArray(said)) notes.push(...words)
      else if (name === 'choices' || name === 'taxonomy') set(features, from_name, words.join(', '))
      else if (name === 'rating' || name === 'number') if (typeof said === 'number') set(features, from_name, said)
    }
  }
  const [{ from_name = 'label' } = {}] = parts
  return { layers: layers.length > 0 ? [...new Set(layers)] : [from_name], features, note: notes.join('\n') }
}

const set = (features: Record<string, ForeignValue>, name: string, value: ForeignValue): void => {
  if (name !== '__proto__' && value !== '') features[name] = value
}

const annotatorOf = (by: z.infer<typeof work>['completed_by']): string | undefined => {
  const said = typeof by === 'object' ? (by?.email ?? by?.id) : by
  return said === undefined || said === '' ? undefined : String(said)
}
