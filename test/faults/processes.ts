/** Processes that are made to fail: killed from outside, or at an exact system call by strace. */
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { anna, newProject } from '../workbench/project.ts'

const tagger = fileURLToPath(new URL('./tagger.ts', import.meta.url))

/** How often each fault is injected: a few times in `npm test`, as often as asked for by ACTANT_FAULT_ROUNDS. */
export const rounds = (short: number): number => Number(process.env['ACTANT_FAULT_ROUNDS'] ?? short)

/** Whether system calls can be made to fail here. */
export const hasStrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0

export const isRoot = process.getuid?.() === 0

/** Whether file systems of our own can be mounted: as root, and not in a container that forbids it. */
export const canMount = isRoot && spawnSync('unshare', ['-m', 'true']).status === 0

export const text = 'Песков заявил это.\n'.repeat(500)

/** A project at rest with one article and some annotations. */
export const projectAtRest = async (annotations = 0): Promise<{ path: string; articleId: string; copy(): string }> => {
  const { path, workbench, close } = newProject()
  workbench.identify(anna)
  const { files } = await workbench.addArticles([{ paste: text, mediaType: 'text/plain' }])
  const articleId = files[0]?.article ?? ''
  for (let start = 0; start < annotations; start++) {
    workbench.addAnnotation({ articleId, type: 'claim', fragments: [{ start, end: start + 6 }] })
  }
  close()
  let copies = 0
  const copy = () => {
    const to = join(path, '..', `copy-${copies++}.actant`)
    copyFileSync(path, to)
    return to
  }
  return { path, articleId, copy }
}

/** Lets the tagger work and kills it after some time; what it said until then was acknowledged. */
export const killed = (path: string, afterMs: number, ...args: string[]): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tagger, path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (data) => {
      // The clock starts with the first commit: starting Node takes longer than most rounds.
      if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
      said += data
    })
    child.on('error', reject)
    child.on('close', () => resolve(wholeLines(said)))
  })

/** Runs the tagger under strace with system calls tampered with (`-e inject=…`). */
export const traced = (path: string, inject: string[], ...args: string[]): string[] => {
  const options = inject.flatMap((rule) => ['-e', rule])
  const child = spawnSync(
    'strace',
    ['-f', '-qq', '-o', '/dev/null', ...options, process.execPath, tagger, path, ...args],
    { encoding: 'utf8', timeout: 60_000 },
  )
  return wholeLines(child.stdout)
}

/** How many writes a run of the tagger makes to files. */
export const writesOf = (path: string, ...args: string[]): number => {
  const { stderr } = spawnSync(
    'strace',
    ['-f', '-qq', '-e', 'trace=pwrite64', '-e', 'signal=none', process.execPath, tagger, path, ...args],
    { encoding: 'utf8', timeout: 60_000, maxBuffer: 100_000_000 },
  )
  return stderr.split('\n').filter((line) => line.includes('pwrite64(')).length
}

export const run = (path: string, ...args: string[]): { said: string[]; status: number | null } => {
  const child = spawnSync(process.execPath, [tagger, path, ...args], { encoding: 'utf8' })
  return { said: wholeLines(child.stdout), status: child.status }
}

export const taggerPath = tagger

/** Processes that one has started and that still run. */
export const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isChild(name, pid))
    .map(Number)

const isChild = (name: string, of: number): boolean => {
  try {
    const [state, parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return parent === String(of) && state !== 'Z'
  } catch {
    return false
  }
}

const wholeLines = (said: string): string[] =>
  said
    .slice(0, said.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
