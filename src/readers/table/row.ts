/** A row of a table with one article a row, and what can be wrong with it. */
import type { Cells } from '../../core/table/columns.ts'

/** Counted from 1 as a person would: the names of the columns are row 1 of a table, a line of JSON Lines is a row, an element of an array too. */
export type Row = { row: number } & ({ cells: Cells } | { problem: RowProblem })

export const rowReasons = [
  'row-cells',
  'row-quotes',
  'row-json',
  'row-object',
  'row-size',
  'row-encoding',
  'row-text',
] as const

export type RowProblem = { reason: (typeof rowReasons)[number] } & Record<string, string | number>

/** Characters of one row; a larger one is no article. */
export const mostCharacters = 4 * 1024 * 1024

/** Takes a file's characters piece by piece, in their order, and gives the rows that are whole by then. */
export type RowParser = {
  push(piece: string): Row[]
  /** What is left when the file has ended. */
  end(): Row[]
  /** In the table's order; known once the first row came. */
  names(): readonly string[]
}
