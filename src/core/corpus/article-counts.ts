/** Counts of articles: where they come from, when they were published, how long they are. */
import { articleIn, type CorpusArticle } from './about.ts'
import { distributionOf } from './distribution.ts'
import { dayOf, periodOf, periodsBetween, unitFor } from './periods.ts'
import type { CorpusCounts, OutletCount } from './report.ts'

type ArticleCounts = Pick<CorpusCounts, 'articles' | 'done' | 'outlets' | 'periods' | 'bare' | 'untouched'> & {
  lengths: Pick<CorpusCounts['lengths'], 'characters' | 'words'>
}

/** @param few fewer annotations in an article that is done are few */
export const countArticles = (few: number) => {
  const outlets = new Map<string | null, OutletCount>()
  const days = new Map<string, { articles: number; annotations: number }>()
  const characters: number[] = []
  const words: number[] = []
  const sums = { done: 0, bare: 0, untouched: 0 }
  return {
    add: (article: CorpusArticle, annotations: number): void => {
      const name = article.outlet ?? null
      const outlet = outlets.get(name) ?? { name, articles: 0, annotations: 0 }
      outlets.set(name, { name, articles: outlet.articles + 1, annotations: outlet.annotations + annotations })
      const day = article.publishedAt === undefined ? '' : dayOf(article.publishedAt)
      const there = days.get(day) ?? none
      days.set(day, { articles: there.articles + 1, annotations: there.annotations + annotations })
      characters.push(article.length)
      words.push(article.words)
      if (article.done) sums.done += 1
      for (const kind of ['bare', 'untouched'] as const)
        if (articleIn({ kind }, article, annotations, few)) sums[kind] += 1
    },
    counts: (): ArticleCounts => ({
      ...sums,
      articles: characters.length,
      outlets: [...outlets.values()].sort(
        (a, b) =>
          Number(a.name === null) - Number(b.name === null) || b.articles - a.articles || compare(a.name, b.name),
      ),
      periods: periodsIn(days),
      lengths: { characters: distributionOf(characters), words: distributionOf(words) },
    }),
  }
}

const none = { articles: 0, annotations: 0 }

const compare = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : 1)

/** @param days what there is of each day; of no known day under '' */
const periodsIn = (days: ReadonlyMap<string, { articles: number; annotations: number }>): CorpusCounts['periods'] => {
  const undated = days.get('') ?? none
  const known = [...days.keys()].filter((day) => day !== '').sort()
  const [first] = known
  const last = known.at(-1)
  if (first === undefined || last === undefined) return { unit: 'month', list: [], undated }
  const unit = unitFor(first, last)
  const list = new Map(periodsBetween(first, last, unit).map((period) => [period.from, { ...period, ...none }]))
  for (const day of known) {
    const period = list.get(periodOf(day, unit).from)
    const there = days.get(day)
    if (!period || !there) continue
    period.articles += there.articles
    period.annotations += there.annotations
  }
  return { unit, list: [...list.values()], undated }
}
