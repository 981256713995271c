/**
 * How unlike two units are, for γ. Mathet, Widlöcher & Métivier, The unified and holistic method gamma (γ) for inter-annotator
 * agreement measure and alignment, Computational Linguistics 41 (2015) 437–479: eq. 4 (positions, sporadic), 5 (categories),
 * 6 (both).
 */

/** Half-open. */
export type GammaUnit = { start: number; end: number; category: string }

/** `alpha` weighs positions, `beta` categories; `deltaEmpty` is what a unit costs that has no counterpart. */
export type GammaParams = { alpha: number; beta: number; deltaEmpty: number }

/** d_pos = ((|s₁ − s₂| + |e₁ − e₂|) / (l₁ + l₂))² · Δ∅ */
export const positional = (
  a: Omit<GammaUnit, 'category'>,
  b: Omit<GammaUnit, 'category'>,
  deltaEmpty: number,
): number => {
  const apart = Math.abs(a.start - b.start) + Math.abs(a.end - b.end)
  return apart === 0 ? 0 : (apart / (a.end - a.start + (b.end - b.start))) ** 2 * deltaEmpty
}

/** d_cat = Δ∅ where the categories differ. */
export const categorical = (a: GammaUnit, b: GammaUnit, deltaEmpty: number): number =>
  a.category === b.category ? 0 : deltaEmpty

export const combined = (a: GammaUnit, b: GammaUnit, { alpha, beta, deltaEmpty }: GammaParams): number =>
  alpha * positional(a, b, deltaEmpty) + beta * categorical(a, b, deltaEmpty)
