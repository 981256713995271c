/** The real command line as a child process, in a folder of its own, on a machine of its own as far as it can tell. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, vi } from 'vitest'

export const launcher = fileURLToPath(new URL('../../bin/actant.mjs', import.meta.url))

export type Ended = { code: number | null; out: string; err: string; bytes: Buffer }
export type RunOptions = { stdin?: string | Uint8Array; env?: Record<string, string> }

// Some tests start a dozen processes, on machines that may be busy.
vi.setConfig({ testTimeout: 90_000 })

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'actant-cli-'))
  mkdirSync(inFolder('machine'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A path in the test's folder, where commands run. */
export const inFolder = (...names: string[]): string => join(folder, ...names)

export const write = (name: string, content: string | Uint8Array): string => {
  const path = inFolder(name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

/** The environment of a machine where Actant never ran. */
export const environment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: inFolder('machine'),
  ACTANT_STATE_DIR: inFolder('machine', 'state'),
  LC_ALL: 'C',
  ...more,
})

export const start = (args: string[], env: Record<string, string> = {}) =>
  spawn(process.execPath, [launcher, ...args], { cwd: folder, env: environment(env) })

export const actant = (args: string[], { stdin, env }: RunOptions = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = start(args, env)
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    // A command that refuses does not read what it is sent.
    child.stdin.on('error', () => {})
    child.on('close', (code) => {
      const bytes = Buffer.concat(out)
      resolve({ code, out: bytes.toString('utf8'), err: Buffer.concat(err).toString('utf8'), bytes })
    })
    child.stdin.end(stdin ?? '')
  })

/** A command that must succeed and say nothing beside its result. */
export const succeed = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await actant(args)
  if (code !== 0 || err !== '') throw new Error(`actant ${args.join(' ')} ended with ${code}\n${err}${out}`)
  return out
}
