/**
 * RuOpinionNE's JSON Lines: a sentence a line with opinions, each of a source, a target, a polar expression and a polarity. Mentions are
 * lists of quotes with offsets in code points (`s:e`, the end exclusive). https://github.com/dialogue-evaluation/RuOpinionNE-2024
 */
import { z } from 'zod'
import type { ForeignFile, ForeignPlace, ForeignProblem, ForeignReader } from './foreign.ts'
import { jsonEntries } from './json-entries.ts'
import { definedInCodePoints } from './offset-unit.ts'
import { type DraftDocument, type DraftSpan, placed } from './placing.ts'

export const opinionNe: ForeignReader = {
  id: 'ruopinionne',
  title: 'RuOpinionNE',
  extensions: ['jsonl', 'json'],
  fits: (opening) => /"text"\s*:\s*"/.test(opening) && /"opinions"\s*:\s*\[\s*(\]|\{\s*"[A-Z])/.test(opening),
  takes: 'text',
  read: ({ name, content }): ForeignFile => {
    const { entries, problems } = jsonEntries(content)
    const documents = entries.flatMap(({ value, at }, index) => {
      const { data } = sentence.safeParse(value)
      if (data) return [documentOf(`${name}#${data.sent_id ?? index + 1}`, data, at, problems)]
      problems.push({ ...at, reason: 'format' })
      return []
    })
    return placed(documents, problems, definedInCodePoints(true))
  },
}

const sentence = z.looseObject({
  sent_id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  opinions: z.array(z.unknown()).optional(),
})
const mention = z.tuple([z.array(z.string()).min(1), z.array(z.string()).min(1)])
const opinion = z.looseObject({
  Source: mention,
  Target: mention,
  Polar_expression: mention,
  Polarity: z.enum(['POS', 'NEG']),
})

/** An opinion is a span of its own; a mention that several opinions have is one, also where it is a source and a target. */
const documentOf = (
  name: string,
  { text, opinions = [] }: z.infer<typeof sentence>,
  at: ForeignPlace,
  problems: ForeignProblem[],
): DraftDocument => {
  const spans = new Map<string, DraftSpan>()
  const relations: DraftDocument['relations'] = []
  for (const [index, item] of opinions.entries()) {
    const { data } = opinion.safeParse(item)
    const [source, target, expression] = [data?.Source, data?.Target, data?.Polar_expression].map(saidIn)
    const id = `opinion${index + 1}`
    if (!data || !source || !target || !expression?.fragments) {
      problems.push({ ...at, reason: 'value', detail: JSON.stringify(item).slice(0, 120) })
      continue
    }
    const features = {
      polarity: data.Polarity,
      ...(source.quote !== undefined && { source: source.quote }),
      ...(target.quote !== undefined && { target: target.quote }),
    }
    const { quote, fragments } = expression
    spans.set(id, { id, layer: 'Polar_expression', fragments, quote, features, at })
    for (const [layer, { quote, fragments }] of Object.entries({ Source: source, Target: target })) {
      if (!fragments) continue
      const unit = fragments.map(({ start, end }) => `${start}:${end}`).join(';')
      const to = `${layer} ${unit}`
      spans.set(to, { id: to, unit, layer, fragments, quote, features: {}, at })
      relations.push({ id: `${id} ${layer}`, layer, from: id, to, features: {}, at })
    }
  }
  return { name, raw: text, spans: [...spans.values()], relations }
}

type Said = { quote?: string; fragments?: { start: number; end: number }[] }

const nowhere = ['0:0', 'NULL']

/** Who is not named has no place, whoever writes (`AUTHOR`) has only a name. Nothing where quotes and offsets do not belong together. */
const saidIn = (given: z.infer<typeof mention> | undefined): Said | undefined => {
  const [quotes = [], offsets = []] = given ?? []
  if (quotes.length !== offsets.length || quotes.length === 0) return undefined
  const [quote] = quotes
  if (offsets.every((offset) => nowhere.includes(offset)))
    return quote === 'NULL' ? {} : quote === 'AUTHOR' ? { quote } : undefined
  const fragments = offsets.map((offset) => {
    const [, start, end] = /^(\d+):(\d+)$/.exec(offset) ?? []
    return { start: Number(start), end: Number(end) }
  })
  return fragments.some(({ start }) => Number.isNaN(start)) ? undefined : { quote: quotes.join(' '), fragments }
}
