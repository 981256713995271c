/** Whose annotations, as a person names them on the command line. */
import { goldId } from '../core/ids.ts'
import type { Workbench } from '../workbench/contract.ts'
import type { Context } from './context.ts'
import { chosenPeople } from './named.ts'
import { wrongUse } from './stop.ts'

/** `gold`, `all`, `me`, or somebody by name or id. */
export const layerIn = async (layer: string, workbench: Workbench, context: Context): Promise<string> => {
  if (layer === 'all') return layer
  const gold = workbench.annotators().some(({ id }) => id === goldId)
  if (layer === 'gold' && gold) return goldId
  if (layer === 'gold') throw wrongUse(context.t('formats.noGold'))
  const [person] = await chosenPeople([layer], workbench, context)
  return person?.id ?? layer
}
