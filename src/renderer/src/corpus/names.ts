import type { CorpusRow } from '../../../core/corpus/tables.ts'
import { rowName } from '../../../core/corpus/told.ts'
import { isolated } from '../app/explain.ts'
import type { Say } from '../app/shell.ts'
import { keyOf } from './state.ts'

/** What a line is called, in the language that is set when it is said. */
export const sayName =
  ({ name }: CorpusRow): Say =>
  (words) =>
    isolated(rowName(name, words))

/** The lines that lead somewhere, by what they lead to. */
export const partsOf = (rows: readonly CorpusRow[]): string[] =>
  rows.flatMap(({ about }) => (about ? [keyOf(about)] : []))
