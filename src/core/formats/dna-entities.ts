/** Persons, organizations, concepts: what the variables of a `.dna` database of short texts stand for. */

import { colourOf, type Lookup } from './dna-rows.ts'
import type { ForeignEntity } from './foreign.ts'

/** The layer and feature that a variable becomes. */
export type Variable = { layer: string; feature: string }

export const entitiesIn = (lookUp: Lookup, variables: ReadonlyMap<number, Variable>): ForeignEntity[] =>
  [...ofVersion3(lookUp), ...ofVersion2(lookUp)].flatMap(({ variable, ...said }) => {
    const place = variables.get(variable)
    const { name, parent, aliases, note, more } = said
    if (!place || name === '') return []
    return [
      {
        ...place,
        name,
        ...(parent && { parent }),
        ...(aliases && { aliases }),
        ...(note && { note }),
        ...(Object.keys(more).length > 0 && { more }),
      },
    ]
  })

type Said = {
  variable: number
  name: string
  parent: string | undefined
  aliases: string[] | undefined
  note: string | undefined
  more: Record<string, string>
}

const ofVersion3 = (lookUp: Lookup): Said[] => {
  const entities = lookUp('ENTITIES')
  const names = new Map(entities.map(({ ID, Value }) => [ID, Value]))
  const attributes = new Map(lookUp('ATTRIBUTEVARIABLES').map((one) => [one.ID, one.AttributeVariable]))
  const values = Map.groupBy(lookUp('ATTRIBUTEVALUES'), ({ EntityId }) => EntityId)
  return entities.map(({ ID, VariableId, Value, ChildOf, ...colours }) => {
    const said = (values.get(ID) ?? []).map(({ AttributeVariableId, AttributeValue }): [string, string] => [
      attributes.get(AttributeVariableId) ?? '',
      AttributeValue ?? '',
    ])
    return saidOf(VariableId, Value, names.get(ChildOf ?? 0), [...said, ['color', colourOf(colours) ?? '']])
  })
}

const ofVersion2 = (lookUp: Lookup): Said[] =>
  lookUp('ATTRIBUTES').map(({ VariableId, Value, ChildOf, Type, Alias, Notes, ...colours }) =>
    saidOf(VariableId, Value, ChildOf ?? undefined, [
      ['Type', Type ?? ''],
      ['Alias', Alias ?? ''],
      ['Notes', Notes ?? ''],
      ['color', colourOf(colours) ?? ''],
    ]),
  )

const saidOf = (variable: number, value: string, parent: string | undefined, said: [string, string][]): Said => {
  const told = said.filter(([name, value]) => name !== '' && name !== '__proto__' && value.trim() !== '')
  const { Alias, Notes, ...more } = Object.fromEntries(told)
  return {
    variable,
    name: value.trim(),
    parent: parent?.trim(),
    aliases: Alias ? [Alias] : undefined,
    note: Notes,
    more,
  }
}
