/** Which features of a layer go by their names and values into the bodies of positions and claims. */
import type { Stance } from '../annotation-types/position.ts'
import type { ActorType } from '../registries.ts'
import type { ForeignValue } from './foreign.ts'
import type { TakenRule } from './mapping.ts'
import { wordSet, wordsOf } from './name-words.ts'

type Member = 'holder' | 'speaker' | 'toward' | 'issue' | 'stance' | 'paraphrase' | 'note'
export type ProposedBody = Pick<TakenRule, Member>

/** @param values what the feature says anywhere; each once */
export type Feature = { name: string; values: readonly ForeignValue[] }

/** A position says on which issue which stance is taken; everything else of it may be missing. */
export const isPosition = (features: readonly Feature[]): boolean =>
  features.some(isIssue) && features.some((feature) => stanceIn(feature))

/** What is proposed for annotations of a type; features that are not in it are left for attributes. */
export const bodyProposal = (type: TakenRule['as'], features: readonly Feature[]): ProposedBody => {
  const text = features.filter(({ values }) => values.every((value) => typeof value === 'string'))
  const note = text.find(({ name }) => has(noteWords, name))?.name
  const noted = note !== undefined && { note }
  if (type === 'actor') return { ...noted }
  const issue = text.find(isIssue)?.name
  const people = text.filter(({ name }) => has(speakerWords, name)).map(sourceOf)
  const bodies = text.filter(({ name }) => !has(speakerWords, name) && has(holderWords, name)).map(sourceOf)
  const common = { ...(people.length > 0 && { speaker: people }), ...(issue !== undefined && { issue }), ...noted }
  if (type === 'claim') {
    const paraphrase = text.find(({ name }) => has(paraphraseWords, name))?.name
    return { ...common, ...(paraphrase !== undefined && { paraphrase }) }
  }
  // Who speaks for an organization voices its position; who speaks for none voices their own.
  const holder = [...bodies, ...people]
  const toward = text.filter(({ name }) => has(towardWords, name)).map(sourceOf)
  const stance = features.flatMap((feature) => stanceIn(feature) ?? [])[0]
  return {
    ...(holder.length > 0 && { holder }),
    ...(toward.length > 0 && { toward }),
    ...common,
    ...(stance && { stance }),
  }
}

/** The features that a proposal makes something of. */
export const featuresIn = ({
  holder = [],
  speaker = [],
  toward = [],
  issue,
  stance,
  paraphrase,
  note,
}: ProposedBody): Set<string> =>
  new Set(
    [
      ...[...holder, ...speaker, ...toward].map(({ feature }) => feature),
      issue,
      stance?.feature,
      paraphrase,
      note,
    ].filter((name) => name !== undefined),
  )

const has = (known: ReadonlySet<string>, name: string): boolean => wordsOf(name).some((word) => known.has(word))

const isIssue = ({ name, values }: Feature): boolean =>
  has(issueWords, name) && values.every((value) => typeof value === 'string')

const sourceOf = ({ name }: Feature): { feature: string; actorType: ActorType } => ({
  feature: name,
  actorType: actorTypes.find(([words]) => has(words, name))?.[1] ?? 'other',
})

const stanceIn = ({ name, values }: Feature): TakenRule['stance'] | undefined => {
  if (!has(stanceWords, name)) return undefined
  const read = readerOf(values)
  const meant = values.flatMap((value): [string, Stance][] => {
    const stance = read(value)
    return stance ? [[String(value), stance]] : []
  })
  return meant.length > 0 ? { feature: name, values: Object.fromEntries(meant) } : undefined
}

/** Numbers are a stance if they are nothing but 0 and 1, or if some of them are negative: then their sign is. */
const readerOf = (values: readonly ForeignValue[]): ((value: ForeignValue) => Stance | undefined) => {
  const numbers = values.filter((value) => typeof value === 'number')
  const signed = numbers.some((value) => value < 0)
  const binary = numbers.every((value) => value === 0 || value === 1)
  return (value) => {
    if (typeof value === 'boolean') return value ? 'support' : 'oppose'
    if (typeof value === 'string') return saidStances.find(([words]) => has(words, value))?.[1]
    if (signed && value === 0) return 'neutral'
    if (signed || binary) return value > 0 ? 'support' : 'oppose'
    return undefined
  }
}

const speakerWords = wordSet('person speaker персона лицо говорящий')
const holderWords = wordSet(
  'organization organisation org actor party company holder source организация актор партия источник',
)
const towardWords = wordSet('target toward addressee адресат объект')
const issueWords = wordSet('concept issue topic theme концепт вопрос тема')
const stanceWords = wordSet('agreement stance polarity attitude sentiment согласие позиция отношение тональность')
const paraphraseWords = wordSet('paraphrase пересказ')
const noteWords = wordSet('note notes comment memo remark заметка комментарий примечание')

const actorTypes: [ReadonlySet<string>, ActorType][] = [
  [wordSet('person speaker персона лицо говорящий'), 'person'],
  [wordSet('organization organisation org party company организация партия'), 'organization'],
]

// Earlier ones win: a `disagreement` is none.
const saidStances: [ReadonlySet<string>, Stance][] = [
  [wordSet('oppose opposes against anti con disagree disagreement negative neg no против отрицательное нет'), 'oppose'],
  [wordSet('support supports favor favour for pro agree agreement positive pos yes за положительное да'), 'support'],
  [wordSet('neutral none нейтральное'), 'neutral'],
  [wordSet('ambiguous ambivalent mixed unclear неоднозначное'), 'ambiguous'],
]
