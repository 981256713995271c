import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { holderOf, leasePath, takeLease } from '../../src/store/lease.ts'
import { machineId } from '../../src/store/machine.ts'
import { temporaryFolder } from '../workbench/project.ts'

const since = '2026-01-01T00:00:00.000Z'
const lock = (change: object) => ({
  program: 'другая',
  host: hostname(),
  pid: process.pid,
  since,
  machine: machineId(),
  token: 'other',
  ...change,
})

test('the holder is named to whoever comes second', () => {
  const path = join(temporaryFolder(), 'p.actant')
  const lease = takeLease(path, 'первая', since)
  expect(holderOf(path)).toEqual({ program: 'первая', host: hostname(), pid: process.pid, since })
  expect(() => takeLease(path, 'вторая', since)).toThrow(/held.*первая/)
  lease.release()
  expect(holderOf(path)).toBeUndefined()
  takeLease(path, 'вторая', since).release()
})

test('a dead owner’s lease is taken over', () => {
  const path = join(temporaryFolder(), 'p.actant')
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  writeFileSync(leasePath(path), JSON.stringify(lock({ pid: dead })))
  expect(holderOf(path)).toBeUndefined()
  const lease = takeLease(path, 'новая', since)
  expect(holderOf(path)?.program).toBe('новая')
  lease.release()
  expect(readdirSync(join(path, '..')).filter((name) => name !== 'state')).toEqual([])
})

test('a pid that is used again does not count as the owner', () => {
  if (process.platform !== 'linux') return
  const path = join(temporaryFolder(), 'p.actant')
  writeFileSync(leasePath(path), JSON.stringify(lock({ started: 'another boot:1' })))
  takeLease(path, 'новая', since).release()
})

test('an owner on another machine counts as alive', () => {
  const path = join(temporaryFolder(), 'p.actant')
  writeFileSync(leasePath(path), JSON.stringify(lock({ machine: 'elsewhere', host: 'far', pid: 1 })))
  expect(() => takeLease(path, 'новая', since)).toThrow(/held.*far/)
})

test('releasing leaves another’s lease alone', () => {
  const path = join(temporaryFolder(), 'p.actant')
  const lease = takeLease(path, 'моя', since)
  writeFileSync(leasePath(path), JSON.stringify(lock({})))
  lease.release()
  expect(existsSync(leasePath(path))).toBe(true)
})

test('of many processes that find the same dead owner exactly one takes over', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'p.actant')
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  writeFileSync(leasePath(path), JSON.stringify(lock({ pid: dead })))
  const program = `
    import { takeLease } from ${JSON.stringify(new URL('../../src/store/lease.ts', import.meta.url).href)}
    const start = Number(process.argv[1])
    while (Date.now() < start);
    try { takeLease(${JSON.stringify(path)}, 'p' + process.pid, ''); console.log('took'); setInterval(() => {}, 1000) }
    catch (error) { console.log(error.code) }
  `
  const start = Date.now() + 1500
  const children = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', program, String(start)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
  const said = await Promise.all(
    children.map(
      (child) => new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data).trim()))),
    ),
  )
  const holder = JSON.parse(readFileSync(leasePath(path), 'utf8'))
  for (const child of children) child.kill('SIGKILL')
  expect(said.sort()).toEqual([...Array(5).fill('held'), 'took'])
  expect(children.map(({ pid }) => pid)).toContain(holder.pid)
})
