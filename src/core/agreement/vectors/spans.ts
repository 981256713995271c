/** Spans of two annotators, and those of several in brat's files. */
import { z } from 'zod'
import { type LabelledSpan, meanPairwiseF1, spanScores } from '../span-f1.ts'
import { numberOf, type Runner, textOf, type Values } from './vector.ts'

const span = z.looseObject({ label: z.string(), start: z.number(), end: z.number() })
const twoLists = z.looseObject({ a: z.array(span), b: z.array(span) })

/** The names under which the ways to count are asked for. */
const ways = {
  strict: 'strict',
  exact: 'exact',
  exactBoundary: 'exact',
  exact_boundary: 'exact',
  partial: 'partial',
  overlap: 'partial',
  type: 'type',
  entType: 'type',
  ent_type: 'type',
} as const

const spanF1: Runner = {
  metric: 'span_f1',
  run: (input, wanted) => {
    const { a, b } = twoLists.parse(input)
    const scores = spanScores(plain(a), plain(b))
    const asked = Object.entries(ways).filter(([name]) => name in wanted || name === ways[name as keyof typeof ways])
    return Object.fromEntries(
      asked.map(([name, way]) => {
        const { figure, ...counts } = scores[way]
        return [name, { ...counts, f1: numberOf(figure) }]
      }),
    )
  },
}

const plain = (spans: z.infer<typeof span>[]): LabelledSpan[] =>
  spans.map(({ label, start, end }) => ({ label, start, end }))

const inBrat = z.looseObject({
  mirror: z.string(),
  document: z.string(),
  annotators: z.array(z.string()).min(1),
  types: z.array(z.string()).min(1),
})

const pairwise: Runner = {
  metric: 'pairwise_mean_exact_f1',
  run: (input, _, data) => {
    const { mirror, document, annotators, types } = inBrat.parse(input)
    const folder = mirror.replace(':', '/')
    const files = annotators.map((annotator) => textOf(data, `${folder}/attributions/${document}_${annotator}.ann`))
    const values: Values = {}
    for (const [name, chosen] of [...types.map((type) => [type, [type]] as const), ['ALL', types] as const]) {
      values[name] = numberOf(meanPairwiseF1(files.map((file) => placesIn(file, chosen))))
    }
    return values
  },
}

/** Type and fragments of text-bound annotations, as they are written: `T1<tab>Source 90 111;120 130<tab>…`. */
const placesIn = (file: string, types: readonly string[]): Set<string> =>
  new Set(
    [...file.matchAll(/^T\S*\t(\S+) ([^\t\r\n]+)/gm)].flatMap(([, type = '', place]) =>
      types.includes(type) ? [`${type} ${place}`] : [],
    ),
  )

export const spanRunners: readonly Runner[] = [spanF1, pairwise]
