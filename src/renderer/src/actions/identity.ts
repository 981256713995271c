/** Who works here: asked once, kept on this machine, told to the service. */
import { v7 } from 'uuid'
import type { Identity } from '../../../workbench/contract.ts'
import type { Shell } from '../app/shell.ts'
import { articlesQuery } from '../data/queries.ts'

/** Tells the service who works, where that is known. */
export const identify = async ({ desk, settings }: Shell) => {
  const { identity } = settings.get()
  if (identity) await desk.identify(identity)
}

/** Asks for another name; nothing is kept where the question is put off. */
export const askIdentity = async (shell: Shell): Promise<void> => {
  const said = await question(shell, false)
  if (said) await keep(shell, { id: said.id ?? shell.settings.get().identity?.id ?? v7(), name: said.name })
}

/** Before the first write: asks who works, and takes a neutral name where nobody wants to say. */
export const ensureIdentity = async (shell: Shell): Promise<Identity> => {
  const known = shell.settings.get().identity
  if (known) return known
  const { name = shell.t('identity.neutral'), id = v7() } = (await question(shell, true)) ?? {}
  return await keep(shell, { id, name })
}

const keep = async (shell: Shell, identity: Identity): Promise<Identity> => {
  shell.settings.set(await shell.api.changeSettings({ identity }))
  await shell.desk.identify(identity)
  // Whose progress is one's own depends on it.
  await shell.queries.invalidateQueries({ queryKey: articlesQuery(shell).queryKey })
  return identity
}

const question = (shell: Shell, first: boolean) =>
  new Promise<{ name: string; id: string | undefined } | undefined>((resolve) => {
    shell.ui.set({
      dialog: {
        kind: 'identity',
        first,
        answer(name, id) {
          shell.ui.set({ dialog: undefined })
          resolve(name === undefined ? undefined : { name, id })
        },
      },
    })
  })
