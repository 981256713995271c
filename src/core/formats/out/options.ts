/**
 * What can be asked of a format beside what goes out: each option once, with its choices. The command line follows; a new
 * option is a line here, one in the contract's request, and its sentence `formats.option.NAME`.
 */
import { repeatRules } from '../../network/statements.ts'
import type { ImportMapping } from '../mapping.ts'

/** How chains of attribution go out: as relations between spans, in words, or not at all. */
export const chainForms = ['relations', 'text', 'none'] as const
export type ChainForm = (typeof chainForms)[number]

/** What a format that knows one tag a token does with spans inside one another. */
export const nestings = ['outermost', 'innermost', 'per-code'] as const
export type Nesting = (typeof nestings)[number]

/** A span's label: its annotation's type, or the type with the keys of its codes. */
export const labelForms = ['type', 'codes'] as const
export type LabelForm = (typeof labelForms)[number]

/** Whom a network joins to issues: who holds a position, who says so in the first place, or the outlet that passes it on. */
export const nodeForms = ['holder', 'speaker', 'outlet'] as const
export type NodeForm = (typeof nodeForms)[number]

/** A network of nodes and issues, of nodes alone, or of issues alone. */
export const networkForms = ['two-mode', 'nodes', 'issues'] as const
export type NetworkForm = (typeof networkForms)[number]

/** What the weight of an edge is; see `core/network`. */
export const measures = ['count', 'subtract', 'stance', 'congruence', 'conflict'] as const
export type Measure = (typeof measures)[number]

export const outChoices = {
  chains: chainForms,
  labels: labelForms,
  nesting: nestings,
  network: networkForms,
  node: nodeForms,
  measure: measures,
  repeats: repeatRules,
} as const
export type OutChoice = keyof typeof outChoices
export const choiceNames = Object.keys(outChoices) as OutChoice[]

/** Yes or no; `bom`: a byte order mark, for spreadsheet programs. */
export const outFlags = ['bom'] as const
export type OutFlag = (typeof outFlags)[number]

type Choices = { [K in OutChoice]: (typeof outChoices)[K][number] }

/** What a format takes of them: choices with the usual one first, flags. */
export type TakenOptions = { [K in OutChoice]?: readonly Choices[K][] } & { [K in OutFlag]?: true } & {
  /** Whether spans can go out under the names that a mapping has for them. */
  mapping?: true
}

/** What somebody chose. */
export type GivenOptions = { [K in OutChoice]?: Choices[K] | undefined } & { [K in OutFlag]?: boolean | undefined } & {
  /** The mapping of an import, to be turned round. */
  mapping?: ImportMapping | undefined
}

export type OutOptions = GivenOptions & { chains: ChainForm; labels: LabelForm }

/** What was chosen, and the usual for the rest. */
export const optionsFor = (takes: TakenOptions, given: GivenOptions): OutOptions => ({
  ...given,
  chains: given.chains ?? takes.chains?.[0] ?? 'none',
  labels: given.labels ?? takes.labels?.[0] ?? 'type',
})
