/** Two people who share a project, and what goes between them. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { MergeReport } from '../../src/workbench/contract.ts'
import { anna, newProject, type Opened, temporaryFolder } from './project.ts'

export type Team = Opened & { path: string }

export const text = '😀 Песков: «Кремль» не торопится.\nГенсек ответил, что готов.'

export const bundleOf = async ({ workbench, path }: Team): Promise<string> => {
  const file = join(dirname(path), `out-${Math.random()}.json`)
  await workbench.exportBundle(file)
  return file
}

export const merge = async (into: Team, from: Team): Promise<MergeReport['files'][number]> => {
  const { files } = await into.workbench.mergeBundles([await bundleOf(from)])
  if (!files[0]) throw new Error('no report')
  return files[0]
}

/** What makes two projects equal: records, tombstones and conflicts. */
export const stateOf = async (team: Team): Promise<object> => {
  const {
    project: _project,
    digest: _digest,
    generator: _generator,
    ...rest
  } = JSON.parse(readFileSync(await bundleOf(team), 'utf8'))
  return rest
}

/** Two people with the same article, annotation and actor. */
export const teams = async () => {
  const folder = temporaryFolder()
  const a: Team = newProject(join(folder, 'a.actant'))
  a.workbench.identify(anna)
  const { files } = await a.workbench.addArticles([{ paste: text, mediaType: 'text/plain' }])
  const articleId = files[0]?.article ?? ''
  const start = text.indexOf('Кремль')
  const { id } = a.workbench.addAnnotation({ articleId, type: 'claim', fragments: [{ start, end: start + 6 }] })
  const actor = a.workbench.addActor({ name: 'Песков', actorType: 'person' }).id
  const b: Team = newProject(join(folder, 'b.actant'))
  await merge(b, a)
  // The same person at another machine: nobody edits another's annotations.
  b.workbench.identify(anna)
  return { a, b, articleId, id, actor }
}

export const noteOf = ({ workbench }: Team, articleId: string, id: string) =>
  workbench.annotations(articleId).find((each) => each.id === id)?.note
