/** A split as a person writes it on the command line. */
import type { FormatRequest } from '../workbench/contract.ts'
import type { Context } from './context.ts'
import { wrongUse } from './stop.ts'

export type SplitPlan = NonNullable<FormatRequest['split']>
export type PlanOptions = { seed?: string; stratify?: 'outlet' | 'month' }

/** @param option as which the shares were given */
export const planIn = (
  shares: string,
  { seed = '1', stratify }: PlanOptions,
  { t }: Context,
  option: string,
): SplitPlan => {
  const parts = shares.split('/').map((share) => (/^\d+$/.test(share) ? Number(share) : 0))
  const isSound = (parts.length === 2 || parts.length === 3) && parts.every((share) => share > 0)
  const invalid = (name: string, value: string, choices: string) =>
    wrongUse(t('cli.usage.invalidValue', { name, value, choices }))
  if (!isSound) throw invalid(option, shares, '80/20, 80/10/10')
  if (!/^\d{1,9}$/.test(seed)) throw invalid('--seed', seed, '0 … 999999999')
  return { shares: parts, seed: Number(seed), stratify }
}

/** `80/10/10, seed 1, outlet`: the same words for the same plan. */
export const planText = ({ shares, seed, stratify }: SplitPlan, { t }: Context): string =>
  t('splits.plan', { shares: shares.join('/'), seed: String(seed), stratify: stratify ?? 'none' })

export const isSamePlan = (a: SplitPlan, b: SplitPlan): boolean =>
  a.shares.join('/') === b.shares.join('/') && a.seed === b.seed && a.stratify === b.stratify
