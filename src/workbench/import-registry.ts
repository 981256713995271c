/** What an import needs of the registries: entries found by name, else made, with what the file says of them, under ids of their own. */
import type { ForeignEntity } from '../core/formats/foreign.ts'
import type { NamedActor, NamedEntry } from '../core/formats/mapped-body.ts'
import { importedEntryId } from '../core/ids.ts'
import type { Actor, Issue } from '../core/registries.ts'
import { findRecord, listRecords } from '../store/records.ts'
import { put, type Tx } from '../store/write.ts'
import { followed } from './entries.ts'

/** @param format under whose name what the registries have no member for is kept */
export const registryFor = (tx: Tx, format: string) => {
  const ground: Ground = {
    tx,
    format,
    made: { actor: 0, issue: 0 },
    entities: new Map(),
    ids: new Map(),
    actors: Map.groupBy(listRecords(tx.db, 'actor'), ({ name }) => name),
    issues: Map.groupBy(listRecords(tx.db, 'issue'), ({ name }) => name),
  }
  return {
    /** How many entries of each kind were made. */
    made: ground.made,
    /** Takes in what a file says of those that it names. */
    know: (entities: readonly ForeignEntity[]): void => {
      for (const entity of entities) ground.entities.set(placeOf(entity), entity)
    },
    /** An actor of this name that can be of this type. */
    actor: (entry: NamedActor): string => actorIn(ground, entry),
    issue: (entry: NamedEntry): string => issueIn(ground, entry),
  }
}

export type ImportRegistry = ReturnType<typeof registryFor>

type Ground = {
  tx: Tx
  format: string
  made: { actor: number; issue: number }
  entities: Map<string, ForeignEntity>
  /** Those that were looked up before. */
  ids: Map<string, string>
  actors: ReadonlyMap<string, readonly Actor[]>
  issues: ReadonlyMap<string, readonly Issue[]>
}

const placeOf = ({ layer, feature, name }: NamedEntry): string => JSON.stringify([layer, feature, name])

const remembered = ({ ids }: Ground, key: string, find: () => string): string => {
  const id = ids.get(key) ?? find()
  ids.set(key, id)
  return id
}

const actorIn = (ground: Ground, entry: NamedActor): string => {
  const { name, actorType } = entry
  return remembered(ground, `actor ${actorType} ${name}`, () => {
    const { db } = ground.tx
    const id = importedEntryId('actor', `${actorType}:${name}`)
    const known = findRecord(db, 'actor', id) ?? ground.actors.get(name)?.find((one) => canBe(one, entry))
    if (known) return followed(db, 'actor', known.id).id
    const { aliases = [], note, more } = detailsOf(ground, entry)
    const parent = parentOf(ground, entry)
    const group = parent === undefined ? undefined : actorIn(ground, { ...entry, name: parent })
    ground.made.actor += 1
    return put(ground.tx, 'actor', {
      id,
      name,
      actorType,
      aliases: aliases.map((text) => ({ text, kind: 'name' })),
      memberOf: group === undefined || group === id ? [] : [group],
      ...(note && { note }),
      ...(more && { ext: { [ground.format]: more } }),
    }).id
  })
}

/** A person is no organization of the same name; what kind of organization somebody is can be seen in more ways than one. */
const canBe = (known: Actor, { actorType }: NamedActor): boolean =>
  (known.actorType === 'person') === (actorType === 'person') || [known.actorType, actorType].includes('other')

const issueIn = (ground: Ground, entry: NamedEntry): string => {
  const { name } = entry
  return remembered(ground, `issue ${name}`, () => {
    const { db } = ground.tx
    const id = importedEntryId('issue', name)
    const known = findRecord(db, 'issue', id) ?? ground.issues.get(name)?.[0]
    if (known) return followed(db, 'issue', known.id).id
    const { aliases = [], note, more = {} } = detailsOf(ground, entry)
    const kept = { ...more, ...(aliases.length > 0 && { aliases }) }
    const parent = parentOf(ground, entry)
    const above = parent === undefined ? undefined : issueIn(ground, { ...entry, name: parent })
    ground.made.issue += 1
    return put(ground.tx, 'issue', {
      id,
      name,
      ...(above !== undefined && above !== id && { parent: above }),
      ...(note && { description: note }),
      ...(Object.keys(kept).length > 0 && { ext: { [ground.format]: kept } }),
    }).id
  })
}

const detailsOf = ({ entities }: Ground, entry: NamedEntry): Partial<ForeignEntity> =>
  entities.get(placeOf(entry)) ?? {}

/** The entry above by its name; none where entries stand in a circle. */
const parentOf = (ground: Ground, entry: NamedEntry): string | undefined => {
  const seen = new Set<string>()
  let name: string | undefined = entry.name
  while (name) {
    if (seen.has(name)) return undefined
    seen.add(name)
    name = detailsOf(ground, { ...entry, name }).parent
  }
  return detailsOf(ground, entry).parent || undefined
}
