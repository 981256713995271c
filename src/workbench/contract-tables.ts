/** Tables with one article a row: what they hold, and which column is what. */
import { z } from 'zod'
import { uuid } from '../core/schema.ts'
import type { TableColumns } from '../core/table/columns.ts'
import type { FileRef } from './contract-model.ts'

export interface TableCalls {
  /**
   * Looks into the beginning of a table before it is added. Fails with 'unreadable-article': 'no-table' where the file has no rows.
   * @param encoding in place of the one that is recognised
   */
  previewTable(file: FileRef, encoding?: string, job?: string): Promise<TablePreview>
}

export type TablePreview = {
  /** Bare name of the file. */
  file: string
  encoding: string
  /** What it may be in, likeliest first. */
  encodings: string[]
  /** In the table's order. */
  columns: string[]
  /** The first rows, cells in the order of `columns`, cut short. */
  rows: { row: number; cells: string[] }[]
  /** Of the rows that were looked at. */
  damaged: number
  looked: number
  /** What was chosen for these columns before, else what their names and contents say. */
  proposal: Partial<TableColumns>
  remembered: boolean
}

export const tableSchemas = {
  previewTable: z.tuple([z.string().min(1), z.string().min(1).optional(), uuid.optional()]),
}
