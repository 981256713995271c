/** What a table of vectors holds: inputs, the values a measure must give for them, and how near it must come. */
import { z } from 'zod'
import { Failure } from '../../failure.ts'
import type { Figure } from '../figure.ts'

export const vectorFile = z.looseObject({
  vectors: z.array(
    z.looseObject({
      id: z.string(),
      metric: z.string(),
      input: z.unknown(),
      expected: z.unknown(),
      tolerance: z.unknown().optional(),
    }),
  ),
})

export type Vector = z.infer<typeof vectorFile>['vectors'][number]

/** Files that inputs name; nothing where one is not there. */
export type VectorData = (file: string) => string | undefined

/** Values by the names that vectors expect them under, with the `reason` where they are undefined. */
export type Values = { [name: string]: unknown }

/** One metric of the table; `wanted` are the names that are expected. */
export type Runner = { metric: string; run(input: unknown, wanted: Values, data: VectorData): Values }

/** A vector's name for undefined is null. */
export const numberOf = (figure: Figure): number | null => figure.value ?? null

/** Fails with 'file' where the file is not there. */
export const textOf = (data: VectorData, file: string): string => {
  const text = data(file)
  if (text === undefined) throw new Failure('file', { file, reason: 'missing' })
  return text
}
