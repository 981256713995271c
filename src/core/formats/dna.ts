/**
 * Discourse Network Analyzer's `.dna`: a SQLite database, of version 3 or 2. Offsets are those of a Java text component: UTF-16 code
 * units, the end exclusive, a line end one character; there are no quotes. https://github.com/leifeld/dna
 */
import { documentsIn } from './dna-documents.ts'
import { entitiesIn, type Variable } from './dna-entities.ts'
import { colourOf, dnaTables, rowsIn } from './dna-rows.ts'
import type { ForeignFile, ForeignProblem, ForeignReader } from './foreign.ts'
import { placed } from './placing.ts'

export const dna: ForeignReader = {
  id: 'dna',
  title: 'Discourse Network Analyzer',
  extensions: ['dna'],
  fits: (opening) => opening.startsWith('SQLite format 3\0'),
  takes: 'tables',
  tables: dnaTables,
  read: (source): ForeignFile => {
    if (!['DOCUMENTS', 'STATEMENTS', 'VARIABLES'].every((table) => source.tables.has(table)))
      return { documents: [], problems: [{ entry: 1, reason: 'format' }] }
    const problems: ForeignProblem[] = []
    const lookUp = rowsIn(source, problems)
    const types = lookUp('STATEMENTTYPES')
    const layers = new Map(types.map(({ ID, Label }) => [ID, Label]))
    const variables = new Map(
      lookUp('VARIABLES').map(({ ID, Variable, StatementTypeId }): [number, Variable] => [
        ID,
        { layer: layers.get(StatementTypeId) ?? '', feature: Variable },
      ]),
    )
    const drafts = documentsIn(lookUp, layers, variables, problems, source.tables.has('ENTITIES'))
    // A line end that stands as two characters in the database was one in the text that was shown.
    const binding = !drafts.some(({ raw }) => raw.includes('\r'))
    const patterns = source.tables.get('REGEXES')?.length ?? 0
    return {
      ...(patterns > 0 && { unread: [{ what: 'REGEXES', count: patterns }] }),
      ...placed(drafts, problems, { unit: 'utf16', cr: false, bom: true, binding, units: [] }),
      entities: entitiesIn(lookUp, variables),
      layers: types.map(({ Label, ...colours }) => {
        const color = colourOf(colours)
        return { layer: Label, ...(color && { color }) }
      }),
    }
  },
}
