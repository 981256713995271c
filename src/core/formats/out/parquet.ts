/**
 * Parquet, with a schema that is declared and never guessed: lists are three-level (`list`, `element`), as readers expect. Row groups
 * are written as they are full, so that no more than one is in memory. https://parquet.apache.org/docs/file-format/
 */
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js'
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js'

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

/** What a column holds: UTF-8 text, a whole number of 32 bits, or truth; `?` where it can be null. A list has one item, a struct members. */
type Shape = Plain | `${Plain}?` | readonly [Shape] | { readonly [name: string]: Shape }
type Plain = 'text' | 'int32' | 'boolean'

/** The shape that says just what a type says. */
export type ShapeOf<T> = null extends T ? `${PlainOf<NonNullable<T>>}?` : Whole<T>
type Whole<T> = T extends readonly (infer E)[]
  ? readonly [ShapeOf<E>]
  : T extends object
    ? { readonly [K in keyof T]: ShapeOf<T[K]> }
    : PlainOf<T>
type PlainOf<T> = [T] extends [string]
  ? 'text'
  : [T] extends [number]
    ? 'int32'
    : [T] extends [boolean]
      ? 'boolean'
      : never

export type ParquetFile<Row> = {
  /**
   * Answers with the bytes that are ready, which may be none.
   * @param size about how much the row holds, in characters
   */
  add(row: Row, size: number): Uint8Array
  end(): Uint8Array
}

/** A row group is full at so many rows, or so many characters in them; readers take a whole one into memory. */
const rowsInGroup = 2000
const sizeOfGroup = 4 * 1024 * 1024

/**
 * @param columns one for each member of a row
 * @param about written into the file's metadata
 */
export const parquetFile = <Row extends object>(
  columns: { readonly [K in keyof Row]: ShapeOf<Row[K]> },
  about: Record<string, string>,
): ParquetFile<Row> => {
  const bytes = new ByteWriter()
  const file = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns as { readonly [name: string]: Shape }),
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
    createdBy: 'Actant',
  })
  const names = Object.keys(columns) as (keyof Row & string)[]
  let rows: Row[] = []
  let held = 0
  const write = () => {
    const columnData = names.map((name) => ({ name, data: rows.map((row) => row[name]) }))
    // Nothing here flushes, so that it is written when the call returns.
    if (rows.length > 0) void file.write({ columnData, rowGroupSize: rows.length })
    rows = []
    held = 0
  }
  const ready = (): Uint8Array => {
    const taken = bytes.getBytes().slice()
    // Offsets go on counting; only the room is used again.
    bytes.index = 0
    return taken
  }
  return {
    add: (row, size) => {
      rows.push(row)
      held += size
      if (rows.length >= rowsInGroup || held >= sizeOfGroup) write()
      return ready()
    },
    end: () => {
      write()
      void file.finish()
      return ready()
    },
  }
}

const schemaOf = (columns: { readonly [name: string]: Shape }): SchemaElement[] => [
  { name: 'root', num_children: Object.keys(columns).length },
  ...Object.entries(columns).flatMap(([name, shape]) => elementsOf(name, shape)),
]

const elementsOf = (name: string, shape: Shape): SchemaElement[] => {
  if (typeof shape === 'string') return [plainElement(name, shape)]
  if (isList(shape)) {
    return [
      { name, repetition_type: 'REQUIRED', num_children: 1, converted_type: 'LIST' },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      ...elementsOf('element', shape[0]),
    ]
  }
  const members = Object.entries(shape)
  return [
    { name, repetition_type: 'REQUIRED', num_children: members.length },
    ...members.flatMap(([member, inner]) => elementsOf(member, inner)),
  ]
}

const isList = (shape: Exclude<Shape, string>): shape is readonly [Shape] => Array.isArray(shape)

const plainElement = (name: string, shape: Plain | `${Plain}?`): SchemaElement => {
  const repetition_type = shape.endsWith('?') ? 'OPTIONAL' : 'REQUIRED'
  if (shape.startsWith('text')) return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type }
  return { name, type: shape.startsWith('int32') ? 'INT32' : 'BOOLEAN', repetition_type }
}
