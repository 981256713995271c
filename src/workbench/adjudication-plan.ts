/** What a decision between annotators comes to: the annotations it makes, its records, and what they replace. */
import { comparableOf, differingIn } from '../core/adjudicate/content.ts'
import { decisionsByInput, seenExt } from '../core/adjudicate/units.ts'
import type { Resolve } from '../core/agreement/project/unit.ts'
import type { Annotation } from '../core/annotation.ts'
import { annotationOrder } from '../core/canonical.ts'
import { Failure } from '../core/failure.ts'
import { goldId, ruledId } from '../core/ids.ts'
import type { Adjudication } from '../core/records.ts'
import { type Content, sign, type Tx } from '../store/write.ts'
import { saidIn } from './annotate.ts'
import type { AdjudicationDecision, AdjudicationRule } from './contract-adjudication.ts'
import { putEntries } from './drafted.ts'

export type AdjudicationGround = {
  articleId: string
  /** All of the article. */
  annotations: Annotation[]
  adjudications: Adjudication[]
  resolve: Resolve
}

export type Gold = Content<'annotation'>

export type Plan = {
  outputs: Gold[]
  records: Content<'adjudication'>[]
  /** Earlier decisions about the same, and what of theirs does not live on under its id. */
  replaced: Adjudication[]
  dropped: Annotation[]
}

export type PlannedDecision = {
  inputs: string[]
  choice: AdjudicationDecision['choice'] | { rule: AdjudicationRule }
}

/** Makes entries that own drafts bring; writes nothing else. Fails with 'bad-request' where what is taken is no input. */
export const planDecisions = (tx: Tx, ground: AdjudicationGround, decisions: readonly PlannedDecision[]): Plan[] => {
  const byId = new Map(ground.annotations.map((annotation) => [annotation.id, annotation]))
  const naming = decisionsByInput(ground.adjudications)
  // Where an earlier decision was about the inputs of two, the first takes its place.
  const taken = new Set<Adjudication>()
  return decisions.map(({ inputs, choice }) => {
    const earlier = new Set(inputs.flatMap((id) => naming.get(id) ?? []).filter((one) => !taken.has(one)))
    for (const one of earlier) taken.add(one)
    return planDecision(tx, { ...ground, byId }, { inputs, choice }, [...earlier])
  })
}

type Indexed = AdjudicationGround & { byId: ReadonlyMap<string, Annotation> }

const planDecision = (
  tx: Tx,
  ground: Indexed,
  { inputs: given, choice }: PlannedDecision,
  replaced: Adjudication[],
): Plan => {
  const { articleId, byId } = ground
  const ids = [...new Set(given)].sort()
  const inputs = ids.flatMap((id) => byId.get(id) ?? []).sort(annotationOrder)
  const { rule, made } = keptBy(tx, ground, inputs, choice)
  const before = replaced.flatMap(({ output }) => byId.get(output ?? '') ?? [])
  const newId = (kind: 'adjudication' | 'annotation'): string =>
    'rule' in choice ? ruledId(kind, rule, ids) : tx.session.newId()
  const outputs = made.map((gold, at) => ({ ...gold, id: before[at]?.id ?? newId('annotation') }) as Gold)
  const decidedBy = sign(tx)
  const common = { articleId, decidedBy, inputs: ids, rule, ext: seenExt(inputs) }
  const results = outputs.length > 0 ? outputs.map(({ id }) => ({ output: id })) : [{}]
  const records = results.map((result, at) => ({
    ...common,
    ...result,
    id: replaced[at]?.id ?? newId('adjudication'),
  }))
  return { outputs, records, replaced: replaced.slice(records.length), dropped: before.slice(outputs.length) }
}

/** What is kept, without ids, and the name of the way it was decided. */
const keptBy = (tx: Tx, ground: Indexed, inputs: Annotation[], choice: PlannedDecision['choice']) => {
  const ids = inputs.map(({ id }) => id).sort()
  if ('own' in choice) {
    const { entries, ...draft } = choice.own
    if (entries) putEntries(tx, entries)
    const said = saidIn(tx.db, { ...draft, articleId: ground.articleId, entries })
    return { rule: 'own', made: [gold(said, ids)] }
  }
  if ('rule' in choice) return { rule: choice.rule, made: inputs.slice(0, 1).map((input) => gold(input, ids)) }
  const taken = [...new Set(choice.take)].map((id) => {
    const found = inputs.find((input) => input.id === id)
    if (!found) throw new Failure('bad-request', { reason: 'inputs' })
    return found
  })
  const [only, ...others] = taken
  if (!only) return { rule: 'none', made: [] }
  if (others.length > 0) return { rule: 'several', made: taken.map((input) => gold(input, [input.id])) }
  return { rule: 'chosen', made: [gold(only, alike(ground, inputs, only))] }
}

/** What says the same as the one that is taken is kept with it. */
const alike = ({ byId, resolve }: Indexed, inputs: Annotation[], only: Annotation): string[] => {
  const say = (annotation: Annotation) => comparableOf(annotation, byId, resolve)
  return inputs
    .filter((input) => input === only || differingIn([say(input), say(only)]).length === 0)
    .map(({ id }) => id)
    .sort()
}

type Said = ReturnType<typeof saidIn> | Annotation

const gold = (said: Said, basedOn: string[]): object => {
  const { articleId, type, target, codes, attributes, body, certainty, note, anchor } = said as Annotation
  return {
    articleId,
    annotatorId: goldId,
    type,
    target,
    codes,
    attributes,
    body,
    certainty,
    ...(note !== undefined && { note }),
    origin: 'adjudication',
    basedOn,
    anchor,
  }
}
