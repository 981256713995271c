/**
 * A modelled power cut: strace writes down every write and sync of a process, and what was not synced when the power goes
 * is lost: bytes that no sync of the file has reached, and removals that no sync of the folder has. New names stay.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { taggerPath } from './processes.ts'

type Event =
  | { call: 'write'; file: string; bytes: Buffer; at: number }
  | { call: 'truncate'; file: string; size: number }
  | { call: 'sync'; file: string }
  | { call: 'unlink'; file: string }
  | { call: 'said'; line: string }

export type Cut = {
  /** The project as it is on the disk after the cut. */
  path: string
  /** What the process had said by then. */
  said: string[]
}

/** Runs the tagger and cuts the power after every `every`-th thing it says. */
export function* powerCuts(path: string, every: number, args: string[], env: NodeJS.ProcessEnv = {}): Generator<Cut> {
  const before = readFileSync(path)
  const events = traceOf(path, args, env)
  const disk = new Map<string, Buffer>([[path, before]])
  const cache = new Map<string, Buffer>([[path, before]])
  const said: string[] = []
  for (const event of events) {
    switch (event.call) {
      case 'write':
        cache.set(event.file, written(cache.get(event.file), event))
        if (!disk.has(event.file)) disk.set(event.file, Buffer.alloc(0))
        break
      case 'truncate':
        cache.set(event.file, resized(cache.get(event.file), event.size))
        break
      case 'unlink':
        cache.delete(event.file)
        break
      case 'sync':
        if (event.file === dirname(path)) for (const file of disk.keys()) if (!cache.has(file)) disk.delete(file)
        if (cache.has(event.file)) disk.set(event.file, Buffer.from(cache.get(event.file) ?? Buffer.alloc(0)))
        break
      case 'said':
        said.push(event.line)
        if (said.length % every === 0) yield { path: place(path, disk, said.length), said: [...said] }
    }
  }
}

const traceOf = (path: string, args: string[], env: NodeJS.ProcessEnv): Event[] => {
  const log = `${path}.strace`
  const calls = 'trace=pwrite64,write,ftruncate,fsync,fdatasync,unlink'
  spawnSync(
    'strace',
    ['-f', '-qq', '-y', '-xx', '-s', '100000', '-e', calls, '-o', log, process.execPath, taggerPath, path, ...args],
    {
      env: { ...process.env, ...env },
      timeout: 120_000,
    },
  )
  return readFileSync(log, 'latin1')
    .split('\n')
    .flatMap((line) => eventOf(line, path))
}

/** strace writes a call that another thread interrupts in two lines; the first says all we need, except of syncs. */
const eventOf = (line: string, path: string): Event[] => {
  const [, unlinked] = /^\d+ +unlink\("([^"]*)"\) += 0/.exec(line) ?? []
  if (unlinked !== undefined) return [{ call: 'unlink', file: fromHex(unlinked).toString('utf8') }]
  const [, call = '', descriptor = '', hexFile = '', rest = ''] = /^\d+ +(\w+)\((\d+)<([^>]*)>(.*)$/.exec(line) ?? []
  const file = fromHex(hexFile).toString('utf8')
  if (call === 'write' && descriptor === '1') return [{ call: 'said', line: fromHex(rest).toString('utf8').trim() }]
  if (file === dirname(path)) return [{ call: 'sync', file }]
  if (!file.startsWith(path) || file.endsWith('-shm') || file.endsWith('.strace')) return []
  const last = Number(/, (\d+)\)? /.exec(`${rest.slice(rest.lastIndexOf('"') + 1)} `.replace(/^, \d+/, ''))?.[1] ?? 0)
  if (call === 'pwrite64') return [{ call: 'write', file, bytes: fromHex(rest), at: last }]
  if (call === 'ftruncate') return [{ call: 'truncate', file, size: Number(/^, (\d+)/.exec(rest)?.[1] ?? 0) }]
  return call === 'fsync' || call === 'fdatasync' ? [{ call: 'sync', file }] : []
}

const fromHex = (text: string): Buffer =>
  Buffer.from((text.match(/\\x[0-9a-f]{2}/g) ?? []).join('').replaceAll('\\x', ''), 'hex')

const resized = (content: Buffer = Buffer.alloc(0), size: number): Buffer => {
  const grown = Buffer.alloc(size)
  content.copy(grown, 0, 0, Math.min(size, content.length))
  return grown
}

const written = (content: Buffer = Buffer.alloc(0), { bytes, at }: { bytes: Buffer; at: number }): Buffer => {
  const grown = content.length < at + bytes.length ? resized(content, at + bytes.length) : content
  bytes.copy(grown, at)
  return grown
}

const place = (path: string, disk: Map<string, Buffer>, n: number): string => {
  const folder = join(dirname(path), `cut-${basename(path)}-${n}`)
  mkdirSync(folder)
  for (const [file, content] of disk) writeFileSync(join(folder, basename(file)), content)
  return join(folder, basename(path))
}
