import { useSyncExternalStore } from 'react'

/** A piece of the window's own state: what is open, chosen, folded. Rows of the project live in the query cache instead. */
export type Store<T> = {
  get(): T
  set(change: Partial<T>): void
  subscribe(listener: () => void): () => void
}

export const createStore = <T extends object>(initial: T): Store<T> => {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set(change) {
      const next = { ...state, ...change }
      if ((Object.keys(change) as (keyof T)[]).every((key) => Object.is(state[key], next[key]))) return
      state = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Re-renders only when what is selected changes; the selector returns a part of the state, never a new object. */
export const useStore = <T, S>(store: Store<T>, select: (state: T) => S): S =>
  useSyncExternalStore(store.subscribe, () => select(store.get()))
