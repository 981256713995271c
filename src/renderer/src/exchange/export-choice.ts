/** What is to be exported for other tools, as it is chosen and kept, and what that asks the project for. */
import { z } from 'zod'
import { Failure } from '../../../core/failure.ts'
import { formatIds, type OutFormat } from '../../../core/formats/out/format.ts'
import { choiceNames, type OutChoice, outChoices, outFlags } from '../../../core/formats/out/options.ts'
import { annotationType, sha256 } from '../../../core/schema.ts'
import type { ArticleSummary, FormatRequest, NamedMapping, SplitInfo } from '../../../workbench/contract.ts'

/** `layer` '' is not restricted; options are kept for all formats, each takes what it knows. */
export const exportChoice = z.object({
  format: z.enum(formatIds).catch('hf'),
  layer: z.string().catch(''),
  which: z.enum(['worked', 'done', 'some']).catch('worked'),
  articleIds: z.array(sha256).catch([]),
  types: z.array(annotationType).optional().catch(undefined),
  /** The name of a saved import mapping, by which spans are called; '' for none. */
  mapping: z.string().catch(''),
  options: z.record(z.string(), z.union([z.string(), z.boolean()])).catch({}),
  split: z
    .object({
      /** That of a split that is written down, in place of numbers. */
      name: z.string().optional(),
      shares: z.string(),
      seed: z.string(),
      stratify: z.enum(['', 'outlet', 'month']),
    })
    .optional()
    .catch(undefined),
})

export type ExportChoice = z.infer<typeof exportChoice>

export const firstChoice: ExportChoice = exportChoice.parse({})
/** What is chosen at first: the split of the project, where it has one. */
export const firstChoiceIn = (splits: readonly SplitInfo[] = []): ExportChoice => {
  const [only, second] = splits
  return only && !second ? { ...firstChoice, split: { ...firstSplit, name: only.name } } : firstChoice
}

export const firstSplit = { shares: '80/10/10', seed: '1', stratify: '' } as const

/** The types that go out where nobody says, or those that were chosen of the ones the format knows. */
export const typesOf = ({ types }: ExportChoice, format: OutFormat) => {
  const known = types?.filter((type) => format.types.includes(type))
  return known ?? [...(format.usualTypes ?? format.types)]
}

/** Nothing where they are no two or three shares. */
export const sharesIn = (shares: string): number[] | undefined => {
  const parts = shares.split('/').map((share) => share.trim())
  const sound = (parts.length === 2 || parts.length === 3) && parts.every((share) => /^[1-9]\d{0,5}$/.test(share))
  return sound ? parts.map(Number) : undefined
}

export const isDone = ({ people }: ArticleSummary): boolean => people.some(({ state }) => state === 'done')

/** Nothing where something is still missing: a type, an article, shares. */
export const requestOf = (
  choice: ExportChoice,
  format: OutFormat,
  articles: readonly ArticleSummary[],
  mappings: readonly NamedMapping[],
): FormatRequest | undefined => {
  const { layer, which, options, split } = choice
  const types = typesOf(choice, format)
  const here = new Set(articles.map(({ id }) => id))
  const done = articles.filter(isDone).map(({ id }) => id)
  const articleIds = which === 'done' ? done : choice.articleIds.filter((id) => here.has(id)).sort()
  const named = format.options.mapping && mappings.find(({ name }) => name === choice.mapping)
  const wantsSplit = split && format.splits
  const shares = wantsSplit ? sharesIn(split.shares) : undefined
  const seed = Number(split?.seed)
  if (types.length === 0 || (which !== 'worked' && articleIds.length === 0)) return undefined
  if (wantsSplit && split.name === undefined && (!shares || !/^\d{1,9}$/.test(split.seed))) return undefined
  return {
    format: format.id,
    ...(layer && { layer }),
    ...(which !== 'worked' && { articleIds }),
    types,
    ...takenOptions(options, format),
    ...(named && { mapping: named.mapping }),
    ...(wantsSplit && split.name !== undefined && { splitName: split.name }),
    ...(wantsSplit &&
      split.name === undefined &&
      shares && { split: { shares, seed, ...(split.stratify && { stratify: split.stratify }) } }),
  }
}

/** Of what was chosen that which the format takes. */
const takenOptions = (options: ExportChoice['options'], format: OutFormat): Partial<FormatRequest> => {
  const chosen = choiceNames.flatMap((name) => {
    const value = choiceIn(options, format, name)
    return value === undefined ? [] : [[name, value]]
  })
  const flags = outFlags.flatMap((name) => (format.options[name] && options[name] === true ? [[name, true]] : []))
  return Object.fromEntries([...chosen, ...flags])
}

/** What was chosen, if the format takes it; else the usual, which is none where somebody has to decide. */
export const choiceIn = (options: ExportChoice['options'], format: OutFormat, name: OutChoice): string | undefined => {
  const taken: readonly string[] = format.options[name] ?? []
  const chosen = taken.find((value) => value === options[name])
  return chosen ?? (asked.has(name) ? undefined : taken[0])
}

/** Options that nobody chooses silently. */
export const asked: ReadonlySet<OutChoice> = new Set(['nesting'])

/** Which choice an export was refused for. */
export const askedBy = (error: unknown): 'layer' | OutChoice | undefined => {
  if (!(error instanceof Failure) || error.code !== 'bad-request') return undefined
  const { reason } = error.params
  if (reason === 'several-people') return 'layer'
  return (Object.keys(outChoices) as OutChoice[]).find((name) => name === reason)
}

/** What is remembered: without members that are undefined, which JSON has not; many ids would not fit where it is kept. */
export const keptChoice = (choice: ExportChoice): ExportChoice => {
  const many = choice.articleIds.length > MANY_IDS
  return JSON.parse(JSON.stringify(many ? { ...choice, which: 'worked', articleIds: [] } : choice))
}

const MANY_IDS = 100
