/** Makes a small database as Discourse Network Analyzer writes them: its tables, as far as they are read, of either version. */
import Database from 'better-sqlite3'

type Statement = {
  type?: number
  document?: number
  span: [number, number]
  coder?: number
  /** Values by variable number; entities are made of texts. */
  values?: Record<number, string | number | boolean>
}
type Made = {
  version?: 2 | 3
  texts: string[]
  /** Variable names with their types, of statement type 1 (`DNA Statement`); numbered from 1. */
  variables?: [name: string, type: 'short text' | 'long text' | 'boolean' | 'integer'][]
  statements: Statement[]
  /** What is said of an entity: its colour, its attributes, what it stands under. */
  entities?: Record<string, { color?: [number, number, number]; said?: Record<string, string>; under?: string }>
}

const usual: NonNullable<Made['variables']> = [
  ['person', 'short text'],
  ['organization', 'short text'],
  ['concept', 'short text'],
  ['agreement', 'boolean'],
]

export const writeDna = (
  path: string,
  { version = 3, texts, variables = usual, statements, entities = {} }: Made,
): void => {
  const db = new Database(path)
  db.exec(`CREATE TABLE CODERS(ID INTEGER PRIMARY KEY, Name TEXT, Password TEXT);
    CREATE TABLE DOCUMENTS(ID INTEGER PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT, Section TEXT, Notes TEXT, Type TEXT, Date INTEGER);
    CREATE TABLE STATEMENTTYPES(ID INTEGER PRIMARY KEY, Label TEXT, Red INTEGER, Green INTEGER, Blue INTEGER);
    CREATE TABLE VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
    CREATE TABLE STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER, Stop INTEGER, Coder INTEGER);
    INSERT INTO CODERS VALUES (1, 'Admin', 'x'), (2, 'Кодировщик', 'y');
    INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement', 239, 208, 51), (2, 'Annotation', 0, 0, 0);`)
  for (const table of ['BOOLEAN', 'INTEGER', 'LONGTEXT', 'SHORTTEXT'])
    db.exec(
      `CREATE TABLE DATA${table}(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, ${version === 3 && table === 'SHORTTEXT' ? 'Entity' : 'Value'})`,
    )
  db.exec(
    version === 3
      ? `CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT, Red INTEGER, Green INTEGER, Blue INTEGER, ChildOf INTEGER);
         CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY, VariableId INTEGER, AttributeVariable TEXT);
         CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY, EntityId INTEGER, AttributeVariableId INTEGER, AttributeValue TEXT)`
      : 'CREATE TABLE ATTRIBUTES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT, Red INTEGER, Green INTEGER, Blue INTEGER, Type TEXT, Alias TEXT, Notes TEXT, ChildOf TEXT)',
  )
  const insert = (table: string, ...values: (string | number | null)[]) =>
    db.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(...values)
  // 2005-01-26, midnight in UTC.
  const date = version === 3 ? 1106697600 : 1106697600000
  for (const [index, text] of texts.entries())
    insert('DOCUMENTS', index + 1, `Hearing ${index + 1}`, text, 2, 'A. Uthor', 'Gazette', 'Politics', '', '', date)
  for (const [index, [name, type]] of variables.entries()) insert('VARIABLES', index + 1, name, type, 1)
  insert('VARIABLES', variables.length + 1, 'note', 'long text', 2)
  const known = new Map<string, number>()
  const entityOf = (variable: number, name: string): number => {
    const key = `${variable} ${name}`
    const id = known.get(key) ?? known.size + 1
    if (known.has(key)) return id
    known.set(key, id)
    const { color = [0, 0, 0], said = {}, under } = entities[name] ?? {}
    if (version === 2) {
      const { Type = '', Alias = '', Notes = '' } = said
      insert('ATTRIBUTES', id, variable, name, ...color, Type, Alias, Notes, under ?? '')
      return id
    }
    insert('ENTITIES', id, variable, name, ...color, null)
    if (under !== undefined)
      db.prepare('UPDATE ENTITIES SET ChildOf = ? WHERE ID = ?').run(entityOf(variable, under), id)
    for (const [attribute, value] of Object.entries(said)) {
      const { lastInsertRowid } = db
        .prepare('INSERT INTO ATTRIBUTEVARIABLES VALUES (NULL, ?, ?)')
        .run(variable, attribute)
      insert('ATTRIBUTEVALUES', null, id, Number(lastInsertRowid), value)
    }
    return id
  }
  for (const [index, { type = 1, document = 1, span, coder = 2, values = {} }] of statements.entries()) {
    insert('STATEMENTS', index + 1, type, document, ...span, coder)
    for (const [key, value] of Object.entries(values)) {
      const variable = Number(key)
      const kind = variables[variable - 1]?.[1] ?? 'long text'
      const table = `DATA${kind.replace(' ', '').toUpperCase()}`
      const short = kind === 'short text' ? entityOf(variable, String(value)) : undefined
      const cell = short === undefined ? (typeof value === 'boolean' ? Number(value) : value) : short
      insert(table, null, index + 1, variable, version === 2 ? (short === undefined ? cell : value.toString()) : cell)
    }
  }
  db.close()
}
