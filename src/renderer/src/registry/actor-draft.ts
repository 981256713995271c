/** What the form of an actor holds, and the change it amounts to. */
import { type Actor, type Alias, actor as actorSchema, alias as aliasSchema } from '../../../core/registries.ts'
import type { ActorChange } from '../../../workbench/contract.ts'

export type AliasDraft = { key: number; text: string; kind: Alias['kind']; lang: string }

export type ActorForm = {
  name: string
  actorType: Actor['actorType']
  aliases: AliasDraft[]
  memberOf: string[]
  wikidata: string
  note: string
}

export const aliasKinds = aliasSchema.shape.kind.options

export const formOf = (actor: Actor | undefined): ActorForm => ({
  name: actor?.name ?? '',
  actorType: actor?.actorType ?? 'person',
  aliases: (actor?.aliases ?? []).map(({ text, kind, lang = '' }, key) => ({ key, text, kind, lang })),
  memberOf: actor?.memberOf ?? [],
  wikidata: actor?.wikidata ?? '',
  note: actor?.note ?? '',
})

export type FormProblems = { name: boolean; wikidata: boolean; langs: ReadonlySet<number> }

export const problemsOf = ({ name, wikidata, aliases }: ActorForm): FormProblems => ({
  name: name.trim() === '',
  wikidata: !actorSchema.shape.wikidata.safeParse(wikidata.trim() || undefined).success,
  langs: new Set(
    aliases
      .filter(({ text, lang }) => text.trim() && !aliasSchema.shape.lang.safeParse(lang.trim() || undefined).success)
      .map(({ key }) => key),
  ),
})

export const isSound = ({ name, wikidata, langs }: FormProblems) => !name && !wikidata && langs.size === 0

/** All that the form says; aliases without words are left out. */
export const membersOf = ({ name, actorType, aliases, memberOf, wikidata, note }: ActorForm) => ({
  name: name.trim(),
  actorType,
  aliases: aliases
    .filter(({ text }) => text.trim())
    .map(({ text, kind, lang }): Alias => ({ text: text.trim(), kind, ...(lang.trim() && { lang: lang.trim() }) })),
  memberOf,
  ...(wikidata.trim() && { wikidata: wikidata.trim() }),
  ...(note.trim() && { note: note.trim() }),
})

/** Only what differs from before, so that nothing that was changed elsewhere meanwhile is overwritten. */
export const changeOf = (before: ActorForm, after: ActorForm): ActorChange => {
  const [was, is] = [membersOf(before), membersOf(after)]
  const changed = (name: keyof typeof is) => JSON.stringify(was[name]) !== JSON.stringify(is[name])
  return {
    ...(changed('name') && { name: is.name }),
    ...(changed('actorType') && { actorType: is.actorType }),
    ...(changed('aliases') && { aliases: is.aliases }),
    ...(changed('memberOf') && { memberOf: is.memberOf }),
    ...(changed('wikidata') && { wikidata: is.wikidata ?? null }),
    ...(changed('note') && { note: is.note ?? null }),
  }
}
