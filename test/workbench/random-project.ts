/** Random projects: what people can do with a few articles, through the workbench's own calls. */
import fc from 'fast-check'
import type { AnnotationType } from '../../src/core/schema.ts'
import type { BodyDraft } from '../../src/workbench/contract.ts'
import { anna, boris, newProject, type Opened } from './project.ts'

/** Words that are hard to count, to escape, or to tell from signs of a format. */
const words = [
  ...['Анна', 'сказала:', 'No', 'é', 'é', '👩‍👩‍👧', '🕊️', '🇷🇺', 'a​b', 'x\\y', 'a|b', '[1]', '_', '*', '->1-1'],
  ...['"q"', "'", '<b>', '=1+1', '-2', 'г.', 'т.е.', 'ё', '中文', 'שלום', '\\t', ';', '{', '#Text=', '。', '…'],
]
const gaps = [' ', ' ', ' ', '  ', '\t', '\n', '\n\n', '\u00a0', '']

const text = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...gaps)), { minLength: 3, maxLength: 25 })
  .map((parts) => parts.flat().join(''))

const types: AnnotationType[] = ['actor', 'position', 'claim']

const tagging = fc.record({
  article: fc.nat(9),
  type: fc.constantFrom(...types),
  places: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 12 })), {
    minLength: 1,
    maxLength: 3,
  }),
  by: fc.boolean(),
  coded: fc.boolean(),
  note: fc.option(fc.constantFrom('note', 'two\nlines', '"quoted"; a|b', ' | '), { nil: undefined }),
  attribute: fc.option(fc.constantFrom('x', 'a | b', '[1]_*;->'), { nil: undefined }),
  others: fc.array(fc.nat(30), { maxLength: 3 }),
  unsure: fc.boolean(),
})

const linking = fc.record({
  from: fc.nat(30),
  to: fc.nat(30),
  type: fc.constantFrom('supports', 'contradicts', 'questions'),
})

export const projectPlan = fc.record({
  texts: fc.uniqueArray(text, { minLength: 1, maxLength: 4 }),
  taggings: fc.array(tagging, { maxLength: 14 }),
  links: fc.array(linking, { maxLength: 4 }),
  done: fc.boolean(),
  removed: fc.nat(20),
})

type Plan = typeof projectPlan extends fc.Arbitrary<infer P> ? P : never

/** Calls that the project refuses (nothing but white space, a link twice) are left out. */
export const projectBy = async (plan: Plan): Promise<Opened & { path: string }> => {
  const opened = newProject()
  const { workbench } = opened
  workbench.identify(anna)
  const { files } = await workbench.addArticles(
    plan.texts.map((paste) => ({ paste, mediaType: 'text/plain' as const })),
  )
  const articles = [...new Set(files.flatMap(({ article }) => article ?? []))]
  const texts = new Map(articles.map((id) => [id, workbench.article(id).text]))
  const actor = workbench.addActor({ name: 'Анна | «А»', actorType: 'person' })
  const gone = workbench.addActor({ name: 'Анна', actorType: 'person' })
  const issue = workbench.addIssue({ name: 'Мир' })
  workbench.mergeActors([gone.id], actor.id)
  const codes = new Map(
    types.map((type) => [type, workbench.addCode({ type, label: { en: 'Code [1]_' }, key: 'code|1' }).id]),
  )
  for (const type of types)
    workbench.addAttribute({ type, key: 'tone', label: { en: 'Tone' }, valueType: 'text', values: [], required: false })
  const made: { id: string; type: AnnotationType; articleId: string }[] = []
  for (const { article, type, places, by, coded, note, attribute, others, unsure } of plan.taggings) {
    const articleId = articles[article % articles.length] ?? ''
    workbench.identify(by ? anna : boris)
    const beside = made.filter((one) => one.articleId === articleId)
    const sources = others.flatMap((n) => beside[n % Math.max(1, beside.length)] ?? [])
    const body = bodyOf(type, sources, { actor: gone.id, issue: issue.id }, coded)
    const fragments = fragmentsIn(texts.get(articleId) ?? '', places)
    if (fragments.length === 0) continue
    const { id } = attempt(() => workbench.addAnnotation({ articleId, type, fragments, body })) ?? {}
    if (id === undefined) continue
    made.push({ id, type, articleId })
    workbench.updateAnnotation(id, {
      ...(note !== undefined && { note }),
      ...(unsure && { certainty: 'unsure' }),
      ...(attribute !== undefined && { attributes: { tone: attribute } }),
      ...(coded && { codes: [codes.get(type) ?? ''] }),
    })
  }
  for (const { from, to, type } of plan.links) {
    const [start, end] = [made[from % Math.max(1, made.length)], made[to % Math.max(1, made.length)]]
    if (start && end) attempt(() => workbench.addLink({ from: start.id, to: { annotation: end.id }, type }))
  }
  if (plan.done && articles[0]) workbench.setProgress(articles[0], 'done')
  const removed = made[plan.removed]
  if (removed) attempt(() => workbench.removeAnnotations([removed.id]))
  return opened
}

const attempt = <T>(call: () => T): T | undefined => {
  try {
    return call()
  } catch {
    return undefined
  }
}

type Made = { id: string; type: AnnotationType }

const bodyOf = (
  type: AnnotationType,
  others: readonly Made[],
  { actor, issue }: { actor: string; issue: string },
  said: boolean,
): BodyDraft => {
  if (type === 'actor') return said ? { actorId: actor, mention: 'name' } : {}
  const mentions = others.filter((one) => one.type === 'actor').map(({ id }) => ({ annotation: id }))
  const sources = mentions.length > 0 ? mentions.slice(0, 1) : [said ? { actor } : { implicit: true as const }]
  const attribution = [{ sources, cue: [], basis: 'cue' as const }]
  if (type === 'position')
    return {
      holders: sources,
      attribution: said ? attribution : [],
      ...(said && { stance: 'support' as const, issueId: issue }),
    }
  const evidenceFor = others
    .filter((one) => one.type === 'position')
    .map(({ id }) => id)
    .slice(0, 1)
  return { issueIds: said ? [issue] : [], evidenceFor, attribution, ...(said && { paraphrase: 'a | b\\_*' }) }
}

/** Disjoint stretches, in order, that begin and end with something to see, between whole characters. */
const fragmentsIn = (text: string, places: readonly (readonly [number, number])[]) => {
  const characters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)]
  const fragments: { start: number; end: number }[] = []
  for (const [share, length] of [...places].sort(([a], [b]) => a - b)) {
    let first = Math.floor(share * (characters.length - 1))
    let last = Math.min(characters.length - 1, first + length)
    const isSpace = (at: number) => /^\s*$/.test(characters[at]?.segment ?? '')
    while (first < last && isSpace(first)) first += 1
    while (last > first && isSpace(last)) last -= 1
    const [start, end] = [characters[first], characters[last]]
    if (!start || !end || isSpace(first) || start.index < (fragments.at(-1)?.end ?? -1) + 1) continue
    fragments.push({ start: start.index, end: end.index + end.segment.length })
  }
  return fragments
}
