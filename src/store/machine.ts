/** What this machine remembers outside of projects: who it is, and how far each replica has been written here. */
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { homedir, hostname } from 'node:os'
import { join } from 'node:path'

/** Keeps the highest write of one replica that was seen on this machine. */
export type WriteNote = { highest: number; raise(write: number): void; close(): void }

const digits = 16

/** `$ACTANT_STATE_DIR`, or the platform's place for what belongs to a machine and not to a document. */
export const stateFolder = (): string => {
  const { ACTANT_STATE_DIR, XDG_STATE_HOME, LOCALAPPDATA } = process.env
  if (ACTANT_STATE_DIR) return ACTANT_STATE_DIR
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Actant', 'state')
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Actant', 'state')
  return join(XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'actant')
}

/** A random name of this machine; the host's name where nothing can be kept. */
export const machineId = (): string => {
  const path = join(stateFolder(), 'machine')
  try {
    mkdirSync(stateFolder(), { recursive: true })
    const draft = `${path}-${randomUUID()}`
    try {
      writeFileSync(draft, randomUUID())
      linkSync(draft, path)
    } catch {
      // Another process, or an earlier run, was first: its name holds.
    } finally {
      rmSync(draft, { force: true })
    }
    return readFileSync(path, 'utf8')
  } catch {
    return `host:${hostname()}`
  }
}

/**
 * Opens the note on a replica. It is written after every commit without a sync (a killed process loses none of it, a power
 * cut may), which is enough to notice a file that was restored over itself. Where nothing can be kept it forgets.
 */
export const openWriteNote = (replicaId: string): WriteNote => {
  try {
    const folder = join(stateFolder(), 'replicas')
    mkdirSync(folder, { recursive: true })
    const path = join(folder, replicaId)
    const highest = readHighest(path)
    const handle = openSync(path, 'a+')
    closeSync(handle)
    return keptNote(openSync(path, 'r+'), highest)
  } catch {
    return { highest: 0, raise: () => {}, close: () => {} }
  }
}

const keptNote = (handle: number, highest: number): WriteNote => ({
  highest,
  raise: (write) => {
    writeSync(handle, String(write).padStart(digits, '0'), 0)
  },
  close: () => {
    fsyncSync(handle)
    closeSync(handle)
  },
})

const readHighest = (path: string): number => {
  try {
    const found = Number(readFileSync(path, 'utf8'))
    return Number.isSafeInteger(found) && found > 0 ? found : 0
  } catch {
    return 0
  }
}
