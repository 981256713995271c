import type { ArticleSummary } from '../../../workbench/contract.ts'
import { shortened } from '../parts/Name.tsx'

/** Its title, or the words it begins with. */
export const articleName = ({ title, opening, length }: ArticleSummary): string => {
  if (title !== undefined) return shortened(title)
  const words = opening.trim()
  return [...words].length < length && !/[.!?…]$/.test(words) ? `${words}…` : words
}
