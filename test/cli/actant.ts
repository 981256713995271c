/**
 * The command line in a folder of its own, on a machine of its own as far as it can tell: in this process, which takes a tenth of
 * the time, or as the program itself where that makes a difference.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, vi } from 'vitest'
import { contextOf } from '../../src/cli/context.ts'
import { run } from '../../src/cli/run.ts'

export const launcher = fileURLToPath(new URL('../../bin/actant.mjs', import.meta.url))

export type Ended = { code: number | null; out: string; err: string; bytes: Buffer }
export type RunOptions = { stdin?: string | Uint8Array; env?: Record<string, string> }

// Some tests start a dozen processes, on machines that may be busy.
vi.setConfig({ testTimeout: 90_000 })

let folder = ''
let before: { cwd: string; env: NodeJS.ProcessEnv } | undefined
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'actant-cli-')))
  mkdirSync(inFolder('machine'), { recursive: true })
  before = { cwd: process.cwd(), env: { ...process.env } }
  process.chdir(folder)
  Object.assign(process.env, machine())
})
afterEach(() => {
  if (before) {
    process.chdir(before.cwd)
    for (const name in machine()) delete process.env[name]
    Object.assign(process.env, before.env)
  }
  rmSync(folder, { recursive: true, force: true })
})

/** A path in the test's folder, where commands run. */
export const inFolder = (...names: string[]): string => join(folder, ...names)

export const write = (name: string, content: string | Uint8Array): string => {
  const path = inFolder(name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

/** What tells one machine from another. */
const machine = () => ({
  HOME: inFolder('machine'),
  ACTANT_STATE_DIR: inFolder('machine', 'state'),
  LC_ALL: 'C',
})

/** The environment of a machine where Actant never ran. */
export const environment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  ...machine(),
  ...more,
})

/** The program itself. */
export const start = (args: string[], env: Record<string, string> = {}) =>
  spawn(process.execPath, [launcher, ...args], { cwd: folder, env: environment(env) })

/** The command line; the program itself where an environment is given. */
export const actant = (args: string[], { stdin, env }: RunOptions = {}): Promise<Ended> =>
  env ? actantProcess(args, { stdin, env }) : actantHere(args, stdin)

/** The program itself, to its end. */
export const actantProcess = (args: string[], { stdin, env }: RunOptions = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = start(args, env)
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    // A command that refuses does not read what it is sent.
    child.stdin.on('error', () => {})
    child.on('close', (code) => resolve(ended(code, out, err)))
    child.stdin.end(stdin ?? '')
  })

const actantHere = async (args: string[], stdin: string | Uint8Array = ''): Promise<Ended> => {
  const out: Buffer[] = []
  const err: Buffer[] = []
  const surroundings = {
    env: environment(),
    stdin: Readable.from(stdin.length > 0 ? [Buffer.from(stdin)] : []),
    stdout: collecting(out),
    stderr: collecting(err),
  }
  const code = await run(args, contextOf(args, surroundings, new AbortController().signal))
  return ended(code, out, err)
}

const collecting = (chunks: Buffer[]) =>
  new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk)
      done()
    },
  })

const ended = (code: number | null, out: Buffer[], err: Buffer[]): Ended => {
  const bytes = Buffer.concat(out)
  return { code, out: bytes.toString('utf8'), err: Buffer.concat(err).toString('utf8'), bytes }
}

/** A command that must succeed and say nothing beside its result. */
export const succeed = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await actant(args)
  if (code !== 0 || err !== '') throw new Error(`actant ${args.join(' ')} ended with ${code}\n${err}${out}`)
  return out
}
