/** Who works here: asked once, kept on this machine, told to the service. */
import { v7 } from 'uuid'
import type { Identity } from '../../../workbench/contract.ts'
import type { Shell } from '../app/shell.ts'

/** Tells the service who works, where that is known. */
export const identify = async ({ desk, settings }: Shell) => {
  const { identity } = settings.get()
  if (identity) await desk.identify(identity)
}

/** Asks for another name; nothing is kept where the question is put off. */
export const askIdentity = async (shell: Shell): Promise<void> => {
  const name = await question(shell, false)
  if (name) await keep(shell, { id: shell.settings.get().identity?.id ?? v7(), name })
}

/** Before the first write: asks who works, and takes a neutral name where nobody wants to say. */
export const ensureIdentity = async (shell: Shell): Promise<Identity> => {
  const known = shell.settings.get().identity
  if (known) return known
  const name = (await question(shell, true)) ?? shell.t('identity.neutral')
  return await keep(shell, { id: v7(), name })
}

const keep = async (shell: Shell, identity: Identity): Promise<Identity> => {
  shell.settings.set(await shell.api.changeSettings({ identity }))
  await shell.desk.identify(identity)
  return identity
}

const question = (shell: Shell, first: boolean) =>
  new Promise<string | undefined>((resolve) => {
    shell.ui.set({
      dialog: {
        kind: 'identity',
        first,
        answer(name) {
          shell.ui.set({ dialog: undefined })
          resolve(name)
        },
      },
    })
  })
