/** An import mapping by its name in the project, or in a file, as `actant import --propose` prints it. */
import { readFile } from 'node:fs/promises'
import { type ImportMapping, importMapping } from '../core/formats/mapping.ts'
import type { Workbench } from '../workbench/contract.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { fileFailure } from './file-failure.ts'
import { Stop } from './stop.ts'

/** A name that the project knows, else a file. */
export const mappingOf = async (context: Context, workbench: Workbench, given: string): Promise<ImportMapping> =>
  workbench.importMappings().find(({ name }) => name === given)?.mapping ?? (await mappingIn(context, given))

/** Fails where there is no such file, or what is in it is no mapping. */
export const mappingIn = async ({ t }: Context, file: string): Promise<ImportMapping> => {
  const content = await readFile(file, 'utf8').catch((error) => {
    throw fileFailure(error, file)
  })
  const refuse = (where: string) =>
    new Stop('refused-mapping', t('cli.import.badMapping', { file, where }), exitCodes.refused)
  let json: unknown
  try {
    json = JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch {
    throw refuse('JSON')
  }
  const { data, error } = importMapping.safeParse(json)
  if (!data) throw refuse(`/${error.issues[0]?.path.join('/') ?? ''}`)
  return data
}
