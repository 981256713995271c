/** Who works on the command line: whoever `--as` names, else who works in the window, else the system's user; the same person every time. */
import { createHash, randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Identity } from '../workbench/contract.ts'

export type IdentityOptions = {
  /** The name given on the command line. */
  as?: string | undefined
  /** The window's settings. */
  settingsFile: string
  /** Where this machine keeps what belongs to no project. */
  stateFolder: string
  newId(): string
}

export type Known = { identity: Identity; kept: boolean }

/** `kept` is false where the machine cannot remember the person, who will be somebody else next time. */
export const identify = ({ as, settingsFile, stateFolder, newId }: IdentityOptions): Known => {
  const inWindow = identityIn(settingsFile, (kept) => settings.parse(kept).identity)
  const name = as ?? inWindow?.name ?? userName()
  if (inWindow?.name === name) return { identity: inWindow, kept: true }
  return remembered({ id: newId(), name }, join(stateFolder, 'people'))
}

const identity = z.object({ id: z.string().min(1), name: z.string().min(1) })
const settings = z.object({ identity })

const userName = (): string => {
  try {
    return userInfo().username || 'user'
  } catch {
    // A process can run under a number that has no name.
    return 'user'
  }
}

/** One file a name; it appears whole and once, so that of two who meet somebody new at once, one decides. */
const remembered = (newcomer: Identity, folder: string): Known => {
  const file = join(folder, `${createHash('sha256').update(newcomer.name).digest('hex').slice(0, 32)}.json`)
  const known = identityIn(file, identity.parse)
  if (known) return { identity: known, kept: true }
  try {
    mkdirSync(folder, { recursive: true })
    const draft = `${file}-${randomUUID()}`
    writeFileSync(draft, JSON.stringify(newcomer))
    publish(draft, file)
  } catch {
    return { identity: newcomer, kept: false }
  }
  return { identity: identityIn(file, identity.parse) ?? newcomer, kept: true }
}

const publish = (draft: string, file: string): void => {
  try {
    linkSync(draft, file)
  } catch {
    // Somebody was first, or there are no hard links here.
    if (!existsSync(file)) copyFileSync(draft, file)
  } finally {
    rmSync(draft)
  }
}

const identityIn = (file: string, parse: (json: unknown) => Identity): Identity | undefined => {
  try {
    return parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
