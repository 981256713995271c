/** Two annotators' files and what INCEpTION's curation makes of them, from its own tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ForeignDocument } from '../../src/core/formats/foreign.ts'
import { readWebannoTsv } from '../../src/core/formats/webanno-tsv.ts'
import type { Workbench } from '../../src/workbench/contract.ts'
import { shared } from '../core/shared.ts'
import { anna, boris, newProject } from './project.ts'

const folder = shared.path(join('corpora', 'inception', 'curation-merge'))
const cases = shared.there ? readdirSync(folder).sort() : ['(none)']

const read = (name: string, who: string): ForeignDocument => {
  const { documents, problems } = readWebannoTsv(readFileSync(join(folder, name, `${who}.tsv`), 'utf8'), who)
  const [document] = documents
  if (!document || problems.length > 0) throw new Error(`${name}/${who}.tsv could not be read`)
  return document
}

/** Lemmas are a layer that INCEpTION's own test does not merge. */
const spansOf = ({ spans }: ForeignDocument) => spans.filter(({ layer }) => !layer.endsWith('.Lemma'))

const inWords = (place: { start: number; end: number } | undefined, features: object): string =>
  `${place?.start}-${place?.end} ${JSON.stringify(Object.entries(features).sort())}`

const annotate = (workbench: Workbench, articleId: string, document: ForeignDocument): void => {
  for (const { fragments, features } of spansOf(document)) {
    const attributes = Object.fromEntries(Object.entries(features))
    workbench.addAnnotation({ articleId, type: 'actor', fragments, attributes })
  }
}

it.skipIf(!shared.there).each(cases)(
  `%s: exact-match takes over the spans the curator has ${shared.note}`,
  async (name) => {
    const [user1, user2, curator] = [read(name, 'user1'), read(name, 'user2'), read(name, 'curator')]
    const { workbench } = newProject()
    workbench.identify(anna)
    const { files } = await workbench.addArticles([{ paste: user1.text, mediaType: 'text/plain' }])
    const articleId = files[0]?.article ?? ''
    expect(workbench.article(articleId).text).toBe(user1.text)
    expect(user2.text).toBe(user1.text)
    const keys = new Set(
      [user1, user2].flatMap((user) => spansOf(user).flatMap(({ features }) => Object.keys(features))),
    )
    for (const key of keys) workbench.addAttribute({ type: 'actor', key, label: { en: key }, valueType: 'text' })
    annotate(workbench, articleId, user1)
    workbench.identify(boris)
    annotate(workbench, articleId, user2)
    workbench.adjudicateByRule({ rule: 'exact-match' })
    const gold = workbench.annotations(articleId).filter(({ origin }) => origin === 'adjudication')
    // Relations between words are no spans: links that both have made come along, and are tested elsewhere.
    expect(gold.map(({ target, attributes }) => inWords(target.fragments[0], attributes)).sort()).toEqual(
      spansOf(curator)
        .map(({ fragments, features }) => inWords(fragments[0], features))
        .sort(),
    )
  },
)
