/** Actors and issues that are made while a form is filled in: they come into the registries when it is saved, in the same step. */
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo, useState } from 'react'
import { v7 } from 'uuid'
import type { Annotation } from '../../../core/annotation.ts'
import type { Actor, Issue } from '../../../core/registries.ts'
import type { CalledActor } from '../../../core/suggest/actors.ts'
import type { NewEntries } from '../../../workbench/contract.ts'
import { useShell } from '../app/context.tsx'
import { isolated } from '../app/explain.ts'
import { registriesQuery } from '../data/queries.ts'
import type { Names } from '../panes/names.ts'

export type KnownIssue = Pick<Issue, 'id' | 'name' | 'parent' | 'rank' | 'mergedInto'>

export type FormEntries = {
  /** The registries, and what the form adds. */
  actors: readonly CalledActor[]
  issues: readonly KnownIssue[]
  /** Makes one; its id. */
  addActor(name: string, actorType: Actor['actorType']): string
  addIssue(name: string): string
  /** What of the new the body refers to; the rest is left behind. */
  neededBy(body: Annotation['body']): NewEntries | undefined
  namesWith(names: Names): Names
}

const Context = createContext<FormEntries | undefined>(undefined)

export const FormEntriesProvider = Context.Provider

/** Those of the form around. */
export const useFormEntries = (): FormEntries => {
  const entries = useContext(Context)
  if (!entries) throw new Error('no form around')
  return entries
}

const nobody: readonly Actor[] = []
const nothing: readonly Issue[] = []

/** For a form that begins. */
export const useNewFormEntries = (): FormEntries => {
  const { data: registries } = useQuery(registriesQuery(useShell()))
  const [newActors, setNewActors] = useState<readonly CalledActor[]>([])
  const [newIssues, setNewIssues] = useState<readonly KnownIssue[]>([])
  const { actors = nobody, issues = nothing } = registries ?? {}
  return useMemo(() => {
    const nameOf = (entries: readonly { id: string; name: string }[], id: string) => {
      const name = entries.find((entry) => entry.id === id)?.name
      return name === undefined ? undefined : isolated(name)
    }
    return {
      actors: newActors.length > 0 ? [...actors, ...newActors] : actors,
      issues: newIssues.length > 0 ? [...issues, ...newIssues] : issues,
      addActor(name, actorType) {
        const id = v7()
        setNewActors((before) => [...before, { id, name, actorType, aliases: [] }])
        return id
      },
      addIssue(name) {
        const id = v7()
        setNewIssues((before) => [...before, { id, name }])
        return id
      },
      neededBy(body) {
        const text = JSON.stringify(body)
        const isNeeded = ({ id }: { id: string }) => text.includes(id)
        const needed = {
          actors: newActors.filter(isNeeded).map(({ id, name, actorType }) => ({ id, name, actorType })),
          issues: newIssues.filter(isNeeded).map(({ id, name }) => ({ id, name })),
        }
        return needed.actors.length + needed.issues.length > 0 ? needed : undefined
      },
      namesWith: (names) => {
        const actor = (id: string) => nameOf(newActors, id) ?? names.actor(id)
        return {
          ...names,
          actor,
          issue: (id) => nameOf(newIssues, id) ?? names.issue(id),
          source: (source) => ('actor' in source ? actor(source.actor) : names.source(source)),
        }
      },
    }
  }, [actors, issues, newActors, newIssues])
}
