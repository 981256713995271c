/** How often something occurs, in how many articles, and by how many people. */
export type Tally = { count: number; articles: number; annotators: number }

export type Tallies = {
  /** @param article the articles come one after the other */
  add(name: string, article: string, annotatorId: string): void
  of(name: string): Tally
  /** By how often they occur, the most frequent first; equals by name. */
  ranked(): string[]
}

type Kept = { count: number; articles: number; last: string; annotators: Set<string> }

export const newTallies = (): Tallies => {
  const kept = new Map<string, Kept>()
  return {
    add: (name, article, annotatorId) => {
      let one = kept.get(name)
      if (!one) {
        one = { count: 0, articles: 0, last: '', annotators: new Set() }
        kept.set(name, one)
      }
      one.count += 1
      one.annotators.add(annotatorId)
      if (one.last !== article) one.articles += 1
      one.last = article
    },
    of: (name) => {
      const { count = 0, articles = 0, annotators } = kept.get(name) ?? {}
      return { count, articles, annotators: annotators?.size ?? 0 }
    },
    ranked: () => [...kept].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1)).map(([name]) => name),
  }
}
