/** The order in which siblings of a tree (issues, codes) stand, everywhere: in the trees, in the forms, and where one is moved. */
import { byCodeUnit } from './canonical.ts'

type Sibling = { id: string; rank?: number | undefined; name?: string }

/** By rank, those without one last and by name; by code units, so that it is the same in every language of the interface. */
export const treeOrder = (a: Sibling, b: Sibling): number => {
  const [left, right] = [a.rank ?? Number.MAX_VALUE, b.rank ?? Number.MAX_VALUE]
  return left - right || byCodeUnit(a.name ?? '', b.name ?? '') || byCodeUnit(a.id, b.id)
}
