import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'

const script = (name: string) => new URL(`../../scripts/${name}`, import.meta.url)
const load = (name: string) => import(script(name).href)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'actant-setup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('reads from a zip archive what was packed, permissions included', async () => {
  const { zipFolder } = await load('lib/zip.mjs')
  const { zipEntries, extractEntry } = await load('lib/unzip.mjs')
  mkdirSync(join(folder, 'in/locales'), { recursive: true })
  writeFileSync(join(folder, 'in/electron'), 'binary'.repeat(1000), { mode: 0o755 })
  writeFileSync(join(folder, 'in/locales/ru.pak'), 'слова')
  writeFileSync(join(folder, 'in/empty'), '')
  zipFolder(join(folder, 'in'), join(folder, 'a.zip'))
  const entries: { name: string }[] = zipEntries(join(folder, 'a.zip'))
  expect(entries.map((entry) => entry.name).sort()).toEqual(['electron', 'empty', 'locales/ru.pak'])
  for (const entry of entries) {
    const target = join(folder, 'out')
    rmSync(target, { force: true })
    await extractEntry(join(folder, 'a.zip'), entry, target)
    expect(readFileSync(target)).toEqual(readFileSync(join(folder, 'in', entry.name)))
    expect(statSync(target).mode).toBe(statSync(join(folder, 'in', entry.name)).mode)
  }
})

it('reads a compressed zip archive', async () => {
  const { zipEntries, extractEntry } = await load('lib/unzip.mjs')
  // One entry, "a", forty times the letter x, deflated.
  const archive =
    'UEsDBBQAAAAIAAAAIQDwcRrEBgAAACgAAAABAAAAYauoIA4AAFBLAQIUAxQAAAAIAAAAIQDwcRrEBgAAACgAAAABAAAAAAAAAAAAAACkgQAAAABhUEsFBgAAAAABAAEALwAAACUAAAAAAA=='
  writeFileSync(join(folder, 'a.zip'), Buffer.from(archive, 'base64'))
  await extractEntry(join(folder, 'a.zip'), zipEntries(join(folder, 'a.zip'))[0], join(folder, 'a'))
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('x'.repeat(40))
})

it('flips the fuses it is told to and no others; refuses one that is not there', async () => {
  const { readFuses, setFuses } = await load('lib/fuses.mjs')
  const binary = join(folder, 'electron')
  writeFileSync(
    binary,
    Buffer.concat([Buffer.from('….dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x071010r01'), Buffer.alloc(64)]),
  )
  setFuses(binary, { runAsNode: false, onlyLoadAppFromAsar: true })
  expect(readFuses(binary)).toMatchObject({
    runAsNode: false,
    cookieEncryption: false,
    nodeOptions: true,
    inspectArguments: false,
    asarIntegrity: undefined,
    onlyLoadAppFromAsar: true,
    browserSnapshot: true,
    fileProtocolPrivileges: undefined,
  })
  expect(() => setFuses(binary, { asarIntegrity: true })).toThrow('no fuse')
})

it('tells what --only takes', () => {
  const test = fileURLToPath(script('test.mjs'))
  const { status, stderr } = spawnSync(process.execPath, [test, '--only=units'], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr.trim()).toBe('✗ --only takes lint, types, unit, build, e2e; "units" is none of them.')
})
