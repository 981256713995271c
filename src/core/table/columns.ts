/** Tables with one article a row: which column is what. */
import { z } from 'zod'
import { nonEmptyText } from '../schema.ts'

export const columnRoles = ['text', 'title', 'date', 'outlet', 'author', 'url', 'language', 'id'] as const
export type ColumnRole = (typeof columnRoles)[number]

/** The name of the column for each of them; only the text must be there. */
export const tableColumns = z.strictObject({
  text: nonEmptyText,
  ...Object.fromEntries(columnRoles.slice(1).map((role) => [role, nonEmptyText.optional()])),
} as { text: typeof nonEmptyText } & { [K in Exclude<ColumnRole, 'text'>]: z.ZodOptional<typeof nonEmptyText> })
export type TableColumns = z.infer<typeof tableColumns>

/** A row's cells by the names of their columns. */
export type Cells = ReadonlyMap<string, string>

/** The same for all tables with these columns, in whichever order. */
export const columnsKey = (names: readonly string[]): string => JSON.stringify([...names].sort())

/** Whether a choice can be made of these columns. */
export const fits = (columns: Partial<TableColumns>, names: readonly string[]): boolean =>
  Object.values(columns).every((name) => names.includes(name))
