/** Counts a corpus article by article; of what went by only numbers are kept. */
import type { Annotation } from '../annotation.ts'
import type { Code } from '../codebook.ts'
import { linesIn } from '../entry-lines.ts'
import type { Actor, Annotator, Issue } from '../registries.ts'
import type { CorpusArticle, CorpusLines } from './about.ts'
import { countAnnotations } from './annotation-counts.ts'
import { countArticles } from './article-counts.ts'
import type { CorpusCounts } from './report.ts'

export type CorpusEntries = {
  codes: readonly Code[]
  issues: readonly Issue[]
  actors: readonly Actor[]
  /** Whose work is looked at. */
  annotators: readonly Annotator[]
}

/** `doneBy`: which of the annotators are done with it. */
export type MeasuredArticle = CorpusArticle & { doneBy: readonly string[] }

/** What ids of entries stand for, for counting and for finding what was counted. */
export const corpusLines = ({ codes, issues, actors }: CorpusEntries): CorpusLines => ({
  actor: linesIn(actors.map(({ id, mergedInto }) => ({ id, mergedInto }))),
  issue: linesIn(issues),
  code: linesIn(codes),
})

/** @param few fewer annotations in an article that is done are few */
export const measureCorpus = (entries: CorpusEntries, few: number) => {
  const ofArticles = countArticles(few)
  const ofAnnotations = countAnnotations(entries, corpusLines(entries))
  const done = new Map<string, number>()
  return {
    add: (article: MeasuredArticle, annotations: readonly Annotation[]): void => {
      ofArticles.add(article, annotations.length)
      ofAnnotations.add(annotations)
      for (const id of article.doneBy) done.set(id, (done.get(id) ?? 0) + 1)
    },
    counts: (): CorpusCounts => {
      const articles = ofArticles.counts()
      const annotations = ofAnnotations.counts()
      return {
        ...articles,
        ...annotations,
        annotators: annotations.annotators.map((one) => ({ ...one, done: done.get(one.id) ?? 0 })),
        lengths: { ...articles.lengths, ...annotations.lengths },
      }
    },
  }
}
