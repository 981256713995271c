/** Without a network, without trying to reach one, and in Chromium's real sandbox: the program starts and draws its window. */
import { execFile, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  descendants,
  electronArguments,
  electronPath,
  environment,
  expect,
  isRoot,
  keepSettings,
  root,
  test,
} from './app.ts'

const run = promisify(execFile)
const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0
const hasStrace = works('strace', '-o', '/dev/null', 'true')
const canUnshare = works('unshare', '-rn', 'true')
const canSetpriv =
  isRoot && works('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', 'test', '-r', electronPath)
const canMakeNamespaces =
  canSetpriv && works('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', 'unshare', '-U', 'true')

/** Internet addresses among the destinations of connections and datagrams; the display and D-Bus are sockets of this machine. */
const destinations = (trace: string) =>
  readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => /\b(connect|sendto|sendmsg|sendmmsg)\(/.test(line) && /AF_INET6?\b/.test(line))

test.beforeEach(({ home }) => keepSettings(home))

test('it draws its window where there is no network at all', async ({ home }) => {
  test.skip(!canUnshare, 'this system lets nobody make a network namespace (unshare -rn)')
  const picture = home.file('picture.png')
  await run('unshare', ['-rn', electronPath, '--no-sandbox', root], {
    env: environment(home, { ACTANT_PICTURE: picture }),
    timeout: 60_000,
  })
  expect(statSync(picture).size).toBeGreaterThan(5000)
})

test('it never asks for a connection', async ({ home }) => {
  test.skip(!hasStrace, 'strace is not here or not allowed')
  const trace = home.file('trace.txt')
  const traced = ['-f', '-qq', '-e', 'trace=connect,sendto,sendmsg,sendmmsg', '-o', trace]
  // Without this the absence of connections would prove nothing.
  await run('strace', [
    ...traced,
    process.execPath,
    '-e',
    'require("node:net").connect(9, "127.0.0.1").on("error", () => {})',
  ])
  expect(destinations(trace)).not.toEqual([])

  const picture = home.file('picture.png')
  await run('strace', [...traced, electronPath, ...electronArguments, root], {
    env: environment(home, { ACTANT_PICTURE: picture }),
    timeout: 80_000,
  })
  expect(statSync(picture).size).toBeGreaterThan(5000)
  expect(destinations(trace)).toEqual([])
})

test('it runs in Chromium’s real sandbox', async ({ home }) => {
  test.skip(!isRoot, 'every other test runs in it here')
  test.skip(!canMakeNamespaces, 'an ordinary user cannot read this folder or make namespaces here (setpriv)')
  const picture = home.file('picture.png')
  giveAway(home.folder)
  const app = spawn('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', electronPath, root], {
    env: environment(home, { ACTANT_PICTURE: picture, ACTANT_PICTURE_STAY: '1', XDG_RUNTIME_DIR: home.folder }),
    stdio: 'ignore',
  })
  try {
    await expect.poll(() => existsSync(picture) && statSync(picture).size, { timeout: 60_000 }).toBeGreaterThan(5000)
    const renderer = descendants(app.pid ?? 0).find((pid) => readProc(pid, 'cmdline').includes('--type=renderer')) ?? 0
    expect(readProc(renderer, 'cmdline')).not.toContain('--no-sandbox')
    // A filter on system calls, and no way to gain rights.
    expect(readProc(renderer, 'status')).toMatch(/^Seccomp:\s2$/m)
    expect(readProc(renderer, 'status')).toMatch(/^NoNewPrivs:\s1$/m)
  } finally {
    app.kill('SIGTERM')
    await new Promise((resolve) => app.once('exit', resolve))
  }
})

const readProc = (pid: number, name: string) => readFileSync(`/proc/${pid}/${name}`, 'utf8').replaceAll('\0', ' ')

const giveAway = (folder: string) => {
  chmodSync(folder, 0o755)
  for (const name of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
    chownSync(join(folder, name), 65534, 65534)
}
