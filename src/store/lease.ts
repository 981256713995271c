/**
 * The lease: a lock file beside the project that names who holds it for writing. It is made whole (link) or not at all. A
 * lease whose owner is dead is taken over under a lock of its own, named by the dead lease's token, so that of two who find
 * the same dead owner only one replaces it, and never a living one's.
 */
import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'
import { Failure } from '../core/failure.ts'
import { machineId } from './machine.ts'

export type Holder = { program: string; host: string; pid: number; since: string }
export type Lease = { release(): void }

const lock = z.object({
  program: z.string(),
  host: z.string(),
  pid: z.int(),
  since: z.string(),
  machine: z.string(),
  /** When the process started, where the platform tells: defeats pids that are used again. */
  started: z.string().optional(),
  token: z.string(),
})
type Lock = z.infer<typeof lock>

/** A lock that cannot be read counts as one being written for this long. */
const writingMs = 10_000

export const leasePath = (projectPath: string): string => `${projectPath}-lock`

/** Who holds the project now, if anybody alive does. */
export const holderOf = (projectPath: string): Holder | undefined => {
  const found = readLock(leasePath(projectPath))
  return found && isAlive(found) ? holder(found) : undefined
}

/** Takes the project for writing. Throws 'held' where somebody alive has it. */
export const takeLease = (projectPath: string, program: string, since: string): Lease => {
  const mine: Lock = {
    program,
    host: hostname(),
    pid: process.pid,
    since,
    machine: machineId(),
    started: processStart(process.pid),
    token: randomUUID(),
  }
  const path = leasePath(projectPath)
  acquire(path, mine)
  return {
    release: () => {
      if (readLock(path)?.token === mine.token) rmSync(path, { force: true })
    },
  }
}

const acquire = (path: string, mine: Lock): void => {
  const draft = `${path}-${randomUUID()}`
  writeFileSync(draft, JSON.stringify(mine))
  try {
    while (!claim(draft, path)) {
      const found = readLock(path)
      if (!found) continue
      if (isAlive(found)) throw new Failure('held', holder(found))
      replaceDead(path, found, draft)
      if (readLock(path)?.token === mine.token) return
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Gives the draft the lock's name unless the name is taken. */
const claim = (draft: string, path: string): boolean => {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    if (error.code === 'EEXIST') return false
    // File systems without hard links (FAT, some network shares): creating exclusively is the next best.
    if (error.code === 'EPERM' || error.code === 'ENOTSUP' || error.code === 'EOPNOTSUPP' || error.code === 'ENOSYS') {
      return createExclusively(draft, path)
    }
    throw error
  }
}

const createExclusively = (draft: string, path: string): boolean => {
  try {
    writeFileSync(path, readFileSync(draft), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

const replaceDead = (path: string, dead: Lock, draft: string): void => {
  const guard = `${path}-${dead.token}`
  const mine = lock.parse(JSON.parse(readFileSync(draft, 'utf8')))
  try {
    acquire(guard, { ...mine, token: randomUUID() })
  } catch (error) {
    // Somebody alive is taking it over at this moment: look again, the lock will name them.
    if (error instanceof Failure) return
    throw error
  }
  try {
    if (readLock(path)?.token === dead.token) renameSync(draft, path)
  } finally {
    rmSync(guard, { force: true })
  }
}

/** The lock's content; nothing where there is no file. */
const readLock = (path: string): Lock | undefined => {
  let content: string
  let changed: Date
  try {
    content = readFileSync(path, 'utf8')
    changed = statSync(path).mtime
  } catch {
    return undefined
  }
  try {
    return lock.parse(JSON.parse(content))
  } catch {
    // Being written at this moment (without hard links it does not appear whole), or left half written by a crash.
    const fresh = Date.now() - changed.getTime() < writingMs
    const since = changed.toISOString()
    return {
      program: '?',
      host: hostname(),
      pid: fresh ? process.pid : 0,
      since,
      machine: machineId(),
      token: 'unreadable',
    }
  }
}

const holder = ({ program, host, pid, since }: Lock): Holder => ({ program, host, pid, since })

/** On another machine nobody can look: its owner counts as alive. */
const isAlive = (found: Lock): boolean => {
  if (found.machine !== machineId()) return true
  if (found.pid <= 0) return false
  try {
    process.kill(found.pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const started = processStart(found.pid)
  return found.started === undefined || started === undefined || started === found.started
}

/** Boot and start of a process on Linux (`/proc/PID/stat`, field 22, after the name in parentheses). */
const processStart = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return undefined
  }
}
