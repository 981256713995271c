import { expect, test } from 'vitest'
import type { Annotation } from '../../src/core/annotation.ts'
import { mapLooseGroups } from '../../src/core/fragments.ts'
import { argumentSchemas, type BodyDraft, type Workbench } from '../../src/workbench/contract.ts'
import { shared } from '../core/shared.ts'
import { newProject } from './project.ts'

const stamps = new Set(['version', 'createdAt', 'createdBy', 'modifiedAt', 'modifiedBy'])

/** Records without when and by whom they were written. */
const bare = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (name, member) => (stamps.has(name) ? undefined : member)))

/** What an analyst gives of an annotation: offsets, never quotes. */
const drafted = (annotation: Annotation) => {
  const spans = <S extends { start: number; end: number }>(list: S[]) => list.map(({ start, end }) => ({ start, end }))
  const { id, articleId, type, target, codes, attributes, certainty, note } = annotation
  const { body } = mapLooseGroups(annotation, ({ fragments }) => spans(fragments) as typeof fragments)
  return {
    id,
    articleId,
    type,
    fragments: spans(target.fragments),
    codes,
    attributes,
    certainty,
    body: body as BodyDraft,
    ...(note !== undefined && { note }),
  }
}

const modelOf = (workbench: Workbench, articleId: string) => {
  const { actors, issues } = workbench.registries()
  const annotations = workbench.annotations(articleId)
  return bare({ actors, issues, ...workbench.codebook(), annotations, links: workbench.links(articleId) })
}

/** The workbench as it is called from another process: arguments are parsed first. */
const atTheEdge = (workbench: Workbench): Workbench =>
  new Proxy(workbench, {
    get:
      (target, name: keyof Workbench) =>
      (...args: unknown[]) =>
        Reflect.apply(target[name], undefined, argumentSchemas[name].parse(args)),
  })

/** Parents before their children. */
const fromTheTop = <T extends { id: string; parent?: string | undefined }>(list: T[], parent?: string): T[] =>
  list.filter((entry) => entry.parent === parent).flatMap((entry) => [entry, ...fromTheTop(list, entry.id)])

test.skipIf(!shared.there)(`the gold annotation can be made anew, call by call ${shared.note}`, async () => {
  const gold = newProject().workbench
  await gold.mergeBundles([shared.path('gold/moscowtimes-2025-08-22.bundle.json')])
  const [article] = gold.articles()
  const articleId = article?.id ?? ''
  const given = modelOf(gold, articleId)
  const [annotator] = gold.annotators()
  if (!annotator) throw new Error('nobody made it')

  const { workbench: behind } = newProject()
  const workbench = atTheEdge(behind)
  workbench.identify({ id: annotator.id, name: annotator.name })
  await workbench.addArticles([{ paste: gold.article(articleId).text, mediaType: 'text/plain' }])
  for (const code of fromTheTop(given.codes)) workbench.addCode(code)
  for (const { id: _id, ...attribute } of given.attributes) workbench.addAttribute(attribute)
  for (const { id: _id, ...linkType } of given.linkTypes) workbench.addLinkType(linkType)
  for (const actor of given.actors) workbench.addActor({ ...actor, memberOf: [] })
  for (const { id, memberOf } of given.actors) workbench.updateActor(id, { memberOf })
  for (const issue of fromTheTop(given.issues)) workbench.addIssue(issue)
  for (const type of ['actor', 'position', 'claim'])
    for (const annotation of given.annotations.filter((each) => each.type === type))
      workbench.addAnnotation(drafted(annotation))
  for (const link of given.links) workbench.addLink(link)
  expect(modelOf(workbench, articleId)).toEqual(given)
  expect(await workbench.check()).toEqual({ ok: true, findings: [] })

  while (workbench.undo());
  expect(workbench.registries()).toMatchObject({ actors: [], issues: [], codes: [] })
  while (workbench.redo());
  expect(modelOf(workbench, articleId)).toEqual(given)
})
