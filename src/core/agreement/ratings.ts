/** Judgements of items by annotators, in the shapes the coefficients take. */

export type Label = string | number | boolean
/** One row an item, one column an annotator; what somebody did not decide is null. */
export type Ratings = readonly (readonly (Label | null)[])[]
/** A table of two annotators, rows the first's labels, columns the second's; cells count items. */
export type Contingency = readonly (readonly number[])[]
/** What such a table comes to: items on the diagonal, and what each gave. */
export type Margins = { items: number; agreed: number; first: Tally; second: Tally }
/** How many annotators gave an item each label; one tally an item. */
export type Tally = ReadonlyMap<Label, number>

/** Of two annotators; items that one of them did not judge are left out. */
export const marginsOf = (ratings: Ratings): Margins => {
  const judged = ratings.flatMap(([a = null, b = null]) => (a === null || b === null ? [] : [[a, b] as const]))
  return {
    items: judged.length,
    agreed: judged.filter(([a, b]) => a === b).length,
    first: totalsOf(talliesOf(judged.map(([a]) => [a]))),
    second: totalsOf(talliesOf(judged.map(([, b]) => [b]))),
  }
}

export const talliesOf = (ratings: Ratings): Tally[] =>
  ratings.map((row) => {
    const tally = new Map<Label, number>()
    for (const label of row) if (label !== null) tally.set(label, (tally.get(label) ?? 0) + 1)
    return tally
  })

/** All items together. */
export const totalsOf = (tallies: readonly Tally[]): Tally => {
  const totals = new Map<Label, number>()
  for (const tally of tallies) for (const [label, count] of tally) totals.set(label, (totals.get(label) ?? 0) + count)
  return totals
}

/** How many annotators judged an item. */
export const sizeOf = (tally: Tally): number => sum([...tally.values()])

export const squares = (tally: Tally): number => sum([...tally.values()].map((count) => count ** 2))

/** The items behind a contingency table, one row each; labels are the indices of rows and columns. */
export const ratingsOf = (table: Contingency): Ratings =>
  table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, (): [number, number] => [first, second])),
  )

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
