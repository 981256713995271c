/** What ids are called, and files: registry entries as they stand after merges. Asking for a name notes that it went out. */
import { followIn } from '../../agreement/project/unit.ts'
import type { Code } from '../../codebook.ts'
import { keyFrom, labelFrom } from '../../labels.ts'
import type { Actor, ActorType, Annotator, Issue } from '../../registries.ts'

import type { OutDocument } from './format.ts'

export type Registry = { actors: Actor[]; issues: Issue[]; codes: Code[]; annotators: Annotator[] }

export type NamedKind = 'actor' | 'issue' | 'code' | 'annotator'

export type Named = { id: string; name: string }
export type NamedActor = Named & { actorType?: ActorType }

export type Names = {
  /** The entry that an id stands for; its id as its name where there is none. */
  actor(id: string): NamedActor
  issue(id: string): Named
  /** Named by its key. */
  code(id: string): Named
  /** How a code is called so, where it is: by its label in either language, or by its key. */
  calledBy(code: string, name: string): 'label' | 'key' | undefined
  annotator(id: string): Named
  /** The entries that were asked for. */
  used(kind: NamedKind): ReadonlySet<string>
}

export const namesIn = ({ actors, issues, codes, annotators }: Registry): Names => {
  const used = {
    actor: new Set<string>(),
    issue: new Set<string>(),
    code: new Set<string>(),
    annotator: new Set<string>(),
  }
  const follow = followIn(codes)
  const called = new Map(codes.map((code) => [code.id, code]))
  const lookUp = (kind: NamedKind, entries: readonly (Named & { mergedInto?: string | undefined })[]) => {
    const follow = followIn(entries)
    const names = new Map(entries.map(({ id, name }) => [id, name]))
    return (asked: string): Named => {
      const id = follow(asked)
      const name = names.get(id)
      if (name !== undefined) used[kind].add(id)
      return { id, name: name ?? id }
    }
  }
  const actor = lookUp('actor', actors)
  const types = new Map(actors.map(({ id, actorType }) => [id, actorType]))
  return {
    actor: (asked) => {
      const named = actor(asked)
      const actorType = types.get(named.id)
      return actorType ? { ...named, actorType } : named
    },
    issue: lookUp('issue', issues),
    code: lookUp(
      'code',
      codes.map(({ id, key, mergedInto }) => ({ id, name: key, mergedInto })),
    ),
    calledBy: (id, name) => {
      const code = called.get(follow(id))
      if (code?.label.en === name || code?.label.ru === name) return 'label'
      return code?.key === name || code?.key === keyFrom(labelFrom(name)) ? 'key' : undefined
    },
    annotator: lookUp('annotator', annotators),
    used: (kind) => used[kind],
  }
}

/** Where an article's own file goes, without its extension: in a folder for each side of a split, by the first digits of its id. */
export const pathOf = ({ article, split }: Pick<OutDocument, 'article' | 'split'>): string =>
  `${split === undefined ? '' : `${split}/`}${article.id.slice('sha256:'.length).slice(0, digits)}`

/** Hexadecimal digits: 64 bits tell the articles of one project apart. */
const digits = 16
