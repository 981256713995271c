/** Counts what a project is made of, over one state of it, while others work. */
import type { Annotation } from '../core/annotation.ts'
import { annotationsIn, articleIn } from '../core/corpus/about.ts'
import { type CorpusEntries, corpusLines, type MeasuredArticle, measureCorpus } from '../core/corpus/measure.ts'
import { thinIn } from '../core/corpus/thin.ts'
import { countWords } from '../core/corpus/words.ts'
import { Failure } from '../core/failure.ts'
import { goldId } from '../core/ids.ts'
import { listAnnotations } from '../store/annotations.ts'
import { countArticles, eachArticle, findText, hasArticle } from '../store/articles.ts'
import { findRecord, listRecords } from '../store/records.ts'
import { type Sight, sees } from '../store/sight.ts'
import { takeSnapshot } from '../store/snapshot.ts'
import type { Db } from '../store/sql.ts'
import type { Session } from '../store/write.ts'
import { sightIn } from './blind.ts'
import {
  type CorpusAbout,
  type CorpusPlaces,
  type CorpusReport,
  type CorpusRequest,
  usualFew,
} from './contract-corpus.ts'
import type { Job } from './jobs.ts'

type Read = {
  article: Omit<MeasuredArticle, 'words'>
  annotations: Annotation[]
  /** Others' annotations that are not seen. */
  hidden: boolean
}

/** Fails with 'not-found' for an article or annotator that is not there. */
export const measureProject = (session: Session, request: CorpusRequest, job: Job): Promise<CorpusReport> =>
  overArticles(session, request, job, async (db, articles) => {
    const { few = usualFew } = request
    const measure = measureCorpus(entriesOf(db, request), few)
    let unseen = 0
    for await (const { article, annotations, hidden } of articles) {
      measure.add({ ...article, words: countWords(findText(db, article.id) ?? '') }, annotations)
      if (hidden) unseen += 1
    }
    const counts = measure.counts()
    return { ...counts, few, unseen, thin: thinIn(counts, few) }
  })

/** Fails as `measureProject` does. */
export const placesOf = (
  session: Session,
  request: CorpusRequest,
  about: CorpusAbout,
  job: Job,
): Promise<CorpusPlaces> =>
  overArticles(session, request, job, async (db, articles) => {
    const lines = corpusLines(entriesOf(db, request))
    const places: CorpusPlaces = { articleIds: [], annotations: 0 }
    for await (const { article, annotations } of articles) {
      const whole = articleIn(about, article, annotations.length, request.few ?? usualFew)
      const found = whole === false ? [] : annotationsIn(about, annotations, lines)
      if (whole ? false : found.length === 0) continue
      places.articleIds.push(article.id)
      places.annotations += found.length
      places.first ??= { articleId: article.id, ...(!whole && found[0] && { annotationId: found[0].id }) }
    }
    return places
  })

const overArticles = async <T>(
  session: Session,
  request: CorpusRequest,
  job: Job,
  work: (db: Db, articles: AsyncIterable<Read>) => Promise<T>,
): Promise<T> => {
  const snapshot = takeSnapshot(session.project)
  const pause = snapshot.yields ? job.pause : async () => job.check()
  try {
    return await work(snapshot.db, read(snapshot.db, request, sightIn(session), { ...job, pause }))
  } finally {
    snapshot.close()
  }
}

async function* read(db: Db, request: CorpusRequest, sight: Sight | undefined, job: Job): AsyncGenerator<Read> {
  const { layer, articleIds, onlyDone } = request
  for (const id of articleIds ?? []) if (!hasArticle(db, id)) throw new Failure('not-found', { kind: 'article', id })
  if (layer !== undefined && !findRecord(db, 'annotator', layer))
    throw new Failure('not-found', { kind: 'annotator', id: layer })
  const done = doneIn(db)
  const total = articleIds?.length ?? countArticles(db)
  let read = 0
  for (const { article, length } of eachArticle(db, articleIds)) {
    job.report(read++, total)
    await job.pause()
    const { id, outlet, publishedAt } = article
    const doneBy = (done.get(id) ?? []).filter((person) => !isOne(layer) || person === layer)
    if (onlyDone && doneBy.length === 0) continue
    const all = listAnnotations(db, id, undefined, layer)
    const annotations = sight ? all.filter((one) => sees(sight, one)) : all
    yield {
      article: { id, outlet: outlet?.name, publishedAt, length, done: doneBy.length > 0, doneBy },
      annotations,
      hidden: annotations.length < all.length,
    }
  }
  job.report(total, total)
}

/** Nobody says of the gold layer that it is done: there it counts who annotated. */
const isOne = (layer: string | undefined): boolean => layer !== undefined && layer !== goldId

const doneIn = (db: Db): Map<string, string[]> => {
  const done = new Map<string, string[]>()
  for (const { articleId, annotatorId, state } of listRecords(db, 'progress')) {
    if (state === 'done') done.set(articleId, [...(done.get(articleId) ?? []), annotatorId])
  }
  return done
}

const entriesOf = (db: Db, { layer }: CorpusRequest): CorpusEntries => ({
  codes: listRecords(db, 'code'),
  issues: listRecords(db, 'issue'),
  actors: listRecords(db, 'actor'),
  annotators: listRecords(db, 'annotator').filter(({ id }) => layer === undefined || id === layer),
})
