/** The first steps: one short sentence at a time, gone when all are done or when they are sent away. */
import type { Shell } from '../app/shell.ts'

export const STEPS = 5

/** Goes on to the next step if this one (counted from 0) was being shown. */
export const stepDone = ({ layout }: Shell, step: number) => {
  if (layout.get().steps === step) layout.set({ steps: step + 1 < STEPS ? step + 1 : 'done' })
}

export const endSteps = ({ layout }: Shell) => layout.set({ steps: 'done' })

export const startSteps = ({ layout }: Shell) => layout.set({ steps: 0 })
