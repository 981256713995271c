/** What of the project goes into a format, and why the rest does not. */
import type { Annotation } from '../core/annotation.ts'
import { Failure } from '../core/failure.ts'
import type { OutFormat } from '../core/formats/out/format.ts'
import type { Ledger } from '../core/formats/out/ledger.ts'
import type { StoredDocument } from '../store/out-documents.ts'
import { listRecords } from '../store/records.ts'
import type { Db } from '../store/sql.ts'
import type { FormatRequest } from './contract-formats.ts'

export type Chooser = {
  /** The chosen annotations of an article; nothing where the article stays out. What does not go is told to the ledger. */
  choose(document: StoredDocument, ledger: Ledger): Annotation[] | undefined
}

/**
 * Articles: those named, or those with a chosen annotation, or that a chosen annotator said to be done with: an article on which
 * nobody worked would teach that there is nothing in it.
 */
export const chooserFor = (db: Db, format: OutFormat, request: FormatRequest): Chooser => {
  const { layer, articleIds, types = format.usualTypes ?? format.types } = request
  const annotator = layer === 'all' ? undefined : layer
  const wanted = articleIds && new Set(articleIds)
  const done = new Set(
    listRecords(db, 'progress')
      .filter(({ state, annotatorId }) => state === 'done' && (annotator === undefined || annotatorId === annotator))
      .map(({ articleId }) => articleId),
  )
  let first: string | undefined
  const tellApart = (annotatorId: string) => {
    first ??= annotatorId
    if (!format.people && layer === undefined && annotatorId !== first) {
      throw new Failure('bad-request', { reason: 'several-people' })
    }
  }
  return {
    choose: ({ article, annotations }, ledger) => {
      if (wanted && !wanted.has(article.id)) {
        ledger.lost('article', 'not-chosen')
        ledger.lost('annotation', 'not-chosen', annotations.length)
        return undefined
      }
      const chosen = annotations.filter(({ annotatorId, type, anchor }) => {
        const reason =
          annotator !== undefined && annotatorId !== annotator
            ? 'not-chosen'
            : !types.includes(type) || !format.types.includes(type)
              ? 'type'
              : anchor === 'orphan'
                ? 'orphan'
                : undefined
        if (reason) ledger.lost('annotation', reason)
        else tellApart(annotatorId)
        return reason === undefined
      })
      if (chosen.length > 0 || wanted || done.has(article.id)) return chosen
      ledger.lost('article', 'not-annotated')
      return undefined
    },
  }
}
