/** What a measure of a project's agreement is: a name, what it can be asked about, and how it answers. */
import type { Figure } from '../figure.ts'
import type { Scope, Study } from './study.ts'
import type { Attribute, Unit } from './unit.ts'

/** Annotations that are in one another's place and differ, or one that stands alone. */
export type Disagreement = { articleId: string; annotationIds: string[] }

export type Measured = { attribute?: Attribute; figure: Figure; disagreements?: Disagreement[] }

export const scopeKinds = ['all', 'type', 'code', 'issue', 'stance', 'pair', 'article'] as const
export type ScopeKind = (typeof scopeKinds)[number]

export type Options = {
  /** For chance: the same seed, the same figure. */
  seed: number
}

export type Metric = {
  id: string
  scopes: readonly ScopeKind[]
  /** Compares two annotators: of more it is told pair by pair. */
  ofTwo?: true
  /**
   * Yields where the caller may give way or stop.
   * @param study narrowed to the scope's pair, article and type, not to its code, issue or stance
   */
  measure(study: Study, scope: Scope, options: Options): Generator<void, Measured[]>
}

export const disagreementOf = (units: readonly Unit[]): Disagreement => ({
  articleId: units[0]?.articleId ?? '',
  annotationIds: units.map(({ id }) => id),
})
