/** Measures agreement over one state of the project, while others work. */
import { metricIds } from '../core/agreement/project/metrics.ts'
import { type AgreementRow, agreementRows, countSteps } from '../core/agreement/project/rows.ts'
import { commonGround, type Study, type StudyArticle } from '../core/agreement/project/study.ts'
import { followIn, type Resolve, unitsOf } from '../core/agreement/project/unit.ts'
import { Failure } from '../core/failure.ts'
import { listAnnotations } from '../store/annotations.ts'
import { findText, hasArticle, listArticles } from '../store/articles.ts'
import { draftFile } from '../store/durable.ts'
import { asFailure } from '../store/failures.ts'
import type { Project } from '../store/open.ts'
import { findRecord, listRecords } from '../store/records.ts'
import type { Sight } from '../store/sight.ts'
import { takeSnapshot } from '../store/snapshot.ts'
import type { Db } from '../store/sql.ts'
import type { Session } from '../store/write.ts'
import { sightIn } from './blind.ts'
import type { AgreementReport, AgreementRequest } from './contract-agreement.ts'
import { refuseOwnFile } from './export-bundle.ts'
import type { Job } from './jobs.ts'

/** Fails with 'not-found' for an article or annotator that is not there. */
export const measureAgreement = async (
  session: Session,
  request: AgreementRequest,
  job: Job,
): Promise<AgreementReport> => {
  const snapshot = takeSnapshot(session.project)
  const pause = snapshot.yields ? job.pause : async () => job.check()
  try {
    const sight = sightIn(session)
    const everything = await readStudy(snapshot.db, request, pause)
    const study = sight ? withoutUnseen(everything, sight) : everything
    const { metrics = metricIds, seed = 1 } = request
    const rows: AgreementRow[] = []
    const total = countSteps(study, metrics)
    for (const { step, row } of agreementRows(study, metrics, { seed })) {
      if (row) rows.push(row)
      job.report(step, total)
      await pause()
    }
    return {
      articleIds: study.articles.map(({ id }) => id),
      annotatorIds: study.annotators,
      annotations: study.articles.reduce((count, { units }) => count + units.length, 0),
      seed,
      unseen: everything.articles.length - study.articles.length,
      rows,
    }
  } finally {
    snapshot.close()
  }
}

/** Fails with 'file' where it cannot be written, and where it is the project itself. */
export const saveText = async (project: Project, to: string, text: string): Promise<void> => {
  try {
    refuseOwnFile(project, to)
    const draft = draftFile(to)
    try {
      draft.write(Buffer.from(text))
      draft.publish()
    } finally {
      draft.discard()
    }
  } catch (error) {
    throw asFailure(error, to)
  }
}

/** The common ground of those asked for, or of everybody who shares an article with somebody. */
const readStudy = async (db: Db, request: AgreementRequest, pause: () => Promise<void>): Promise<Study> => {
  const { articleIds, annotatorIds, types } = request
  for (const id of articleIds ?? []) if (!hasArticle(db, id)) throw new Failure('not-found', { kind: 'article', id })
  for (const id of annotatorIds ?? [])
    if (!findRecord(db, 'annotator', id)) throw new Failure('not-found', { kind: 'annotator', id })
  const begun = begunBy(db)
  const resolve = resolveIn(db)
  const articles: StudyArticle[] = []
  for (const { article } of listArticles(db, articleIds)) {
    await pause()
    const units = unitsOf(listAnnotations(db, article.id), resolve)
    const annotators = new Set([...units.map(({ annotator }) => annotator), ...(begun.get(article.id) ?? [])])
    articles.push({
      id: article.id,
      length: findText(db, article.id)?.length ?? 0,
      annotators: [...annotators].sort(),
      units: types ? units.filter(({ type }) => types.some((one) => one === type)) : units,
    })
  }
  const everybody = [...new Set(articles.flatMap(({ annotators }) => annotators))].sort()
  const study = commonGround({ annotators: annotatorIds ? [...new Set(annotatorIds)].sort() : everybody, articles })
  return withSharing(study)
}

/** Figures and disagreements would tell of what others did. */
const withoutUnseen = (study: Study, { done }: Sight): Study =>
  withSharing({ ...study, articles: study.articles.filter(({ id }) => done.has(id)) })

/** Of those who share an article with somebody. */
const withSharing = (study: Study): Study => {
  const sharing = new Set(study.articles.flatMap(({ annotators }) => annotators))
  return { ...study, annotators: study.annotators.filter((one) => sharing.has(one)) }
}

/** Who said of which article that they are at it, or done. */
const begunBy = (db: Db): Map<string, string[]> => {
  const begun = new Map<string, string[]>()
  for (const { articleId, annotatorId, state } of listRecords(db, 'progress')) {
    if (state !== 'todo') begun.set(articleId, [...(begun.get(articleId) ?? []), annotatorId])
  }
  return begun
}

/** What ids of entries stand for, after merges. */
export const resolveIn = (db: Db): Resolve => ({
  actor: followIn(listRecords(db, 'actor')),
  issue: followIn(listRecords(db, 'issue')),
  code: followIn(listRecords(db, 'code')),
})
