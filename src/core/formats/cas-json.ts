/**
 * UIMA CAS JSON 0.4, as INCEpTION writes it: feature structures with `begin` and `end` in UTF-16 code units, by the definition of the
 * format, without quotes. https://github.com/apache/uima-uimaj-io-jsoncas
 */
import { z } from 'zod'
import type { Structure } from './cas-held.ts'
import { casFile } from './cas-structures.ts'
import type { ForeignFile, ForeignProblem, ForeignReader } from './foreign.ts'
import { jsonEntries } from './json-entries.ts'

export const casJson: ForeignReader = {
  id: 'cas-json',
  title: 'UIMA CAS JSON (INCEpTION)',
  extensions: ['json'],
  fits: (opening) => /"%(TYPES|VIEWS|FEATURE_STRUCTURES)"\s*:/.test(opening),
  takes: 'text',
  read: ({ name, content }): ForeignFile => {
    const { entries } = jsonEntries(content)
    const [first, second] = entries
    const { data } = cas.safeParse(first?.value)
    if (!data || second) return { documents: [], problems: [{ entry: 1, reason: 'format' }] }
    const problems: ForeignProblem[] = []
    const structures: Structure[] = []
    for (const [index, value] of listed(data['%FEATURE_STRUCTURES'] ?? []).entries()) {
      const { data } = structure.safeParse(value)
      if (data) structures.push({ ...data, at: { entry: index + 1 } })
      else problems.push({ entry: index + 1, reason: 'value', detail: JSON.stringify(value).slice(0, 120) })
    }
    return casFile(name, structures, problems)
  },
}

const cas = z
  .looseObject({
    '%VIEWS': z.record(z.string(), z.unknown()).optional(),
    '%FEATURE_STRUCTURES': z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).optional(),
  })
  .refine((one) => one['%VIEWS'] !== undefined || one['%FEATURE_STRUCTURES'] !== undefined)

const structure = z.looseObject({ '%ID': z.number(), '%TYPE': z.string() })

/** A list, or with the numbers as names. */
const listed = (structures: unknown[] | Record<string, unknown>): unknown[] =>
  Array.isArray(structures)
    ? structures
    : Object.entries(structures).map(([id, value]) =>
        typeof value === 'object' ? { '%ID': Number(id), ...value } : value,
      )
