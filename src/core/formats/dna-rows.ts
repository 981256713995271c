/** The rows of a `.dna` database that the reader looks at; what does not parse is listed and left out. */
import { z } from 'zod'
import type { ForeignProblem, ForeignRow, ForeignTables } from './foreign.ts'

const id = z.int()
/** DNA writes empty text where nothing is said; other writers may leave it out. */
const words = z.string().nullish()
const channel = z.int().min(0).max(255).nullish()
const colour = { Red: channel, Green: channel, Blue: channel }

export const rows = {
  CODERS: z.object({ ID: id, Name: z.string() }),
  DOCUMENTS: z.object({
    ID: id,
    Title: words,
    Text: z.string(),
    Author: words,
    Source: words,
    Section: words,
    Notes: words,
    Type: words,
    Date: z.number().nullish(),
  }),
  STATEMENTTYPES: z.object({ ID: id, Label: z.string(), ...colour }),
  VARIABLES: z.object({ ID: id, Variable: z.string().min(1), StatementTypeId: id }),
  STATEMENTS: z.object({
    ID: id,
    StatementTypeId: id,
    DocumentId: id,
    Start: z.int(),
    Stop: z.int(),
    Coder: id.nullish(),
  }),
  STATEMENTLINKS: z.object({ ID: id, SourceId: id, TargetId: id }),
  DATABOOLEAN: z.object({ StatementId: id, VariableId: id, Value: z.int() }),
  DATAINTEGER: z.object({ StatementId: id, VariableId: id, Value: z.int() }),
  DATALONGTEXT: z.object({ StatementId: id, VariableId: id, Value: words }),
  /** Version 3 names an entity, version 2 has the words. */
  DATASHORTTEXT: z.object({ StatementId: id, VariableId: id, Value: words, Entity: id.nullish() }),
  /** Words that the program marks in texts, by patterns; they are counted alone. */
  REGEXES: z.object({ Label: z.string() }),
  ENTITIES: z.object({ ID: id, VariableId: id, Value: z.string(), ...colour, ChildOf: id.nullish() }),
  ATTRIBUTEVARIABLES: z.object({ ID: id, AttributeVariable: z.string().min(1) }),
  ATTRIBUTEVALUES: z.object({ EntityId: id, AttributeVariableId: id, AttributeValue: words }),
  /** What entities were called in version 2; the parent stands there by its words. */
  ATTRIBUTES: z.object({
    VariableId: id,
    Value: z.string(),
    ...colour,
    Type: words,
    Alias: words,
    Notes: words,
    ChildOf: words,
  }),
} as const

type Rows = typeof rows
export type DnaTable = keyof Rows
export type Row<T extends DnaTable> = z.infer<Rows[T]>

export const dnaTables = Object.fromEntries(
  Object.entries(rows).map(([table, { shape }]) => [table, Object.keys(shape)]),
)

export type Lookup = <T extends DnaTable>(table: T) => Row<T>[]

/** Looks rows up by table; nothing where there is no such table. Each table is parsed once. */
export const rowsIn = ({ tables }: ForeignTables, problems: ForeignProblem[]): Lookup => {
  const known = new Map<DnaTable, Row<DnaTable>[]>()
  return <T extends DnaTable>(table: T) => {
    const parsed = known.get(table) ?? parsedRows(table, tables.get(table) ?? [], problems)
    known.set(table, parsed)
    return parsed as Row<T>[]
  }
}

const parsedRows = (table: DnaTable, given: readonly ForeignRow[], problems: ForeignProblem[]): Row<DnaTable>[] =>
  given.flatMap((row, index) => {
    const { data } = rows[table].safeParse(row)
    if (data) return [data]
    problems.push({ entry: index + 1, reason: 'value', detail: table })
    return []
  })

/** Black is what DNA gives to everything at first. */
export const colourOf = ({ Red, Green, Blue }: Partial<Record<'Red' | 'Green' | 'Blue', number | null>>) => {
  const channels = [Red, Green, Blue].map((channel) => channel ?? 0)
  if (channels.every((channel) => channel === 0)) return undefined
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
