import type { Shell } from '../app/shell.ts'

/** Asks before something is done; the answer. */
export const confirmed = ({ ui }: Shell, question: { title: string; body: string; yes: string }): Promise<boolean> =>
  new Promise((resolve) => {
    const answer = (yes: boolean) => {
      ui.set({ dialog: undefined })
      resolve(yes)
    }
    ui.set({ dialog: { kind: 'confirm', ...question, answer } })
  })
