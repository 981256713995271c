import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'

const launcher = fileURLToPath(new URL('../../bin/actant.mjs', import.meta.url))

let project = ''
beforeEach(() => {
  project = join(mkdtempSync(join(tmpdir(), 'actant-launcher-')), 'a clone')
  mkdirSync(join(project, 'bin'), { recursive: true })
  mkdirSync(join(project, 'src/cli'), { recursive: true })
  cpSync(launcher, join(project, 'bin/actant.mjs'))
})
afterEach(() => rmSync(join(project, '..'), { recursive: true, force: true }))

const run = (args: string[], input = '') =>
  spawnSync(process.execPath, [join(project, 'bin/actant.mjs'), ...args], { encoding: 'utf8', input })

it('says in one line what to do when the packages are missing', () => {
  const { status, stdout, stderr } = run(['--help'])
  expect(status).toBe(4)
  expect(stdout).toBe('')
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain('npm run setup')
})

it('hands arguments, input, output and the exit code through, and adds no warning', () => {
  mkdirSync(join(project, 'node_modules/better-sqlite3'), { recursive: true })
  writeFileSync(
    join(project, 'src/cli/main.ts'),
    `let text: string = ''
     process.stdin.on('data', (chunk: Buffer) => { text += chunk })
     process.stdin.on('end', () => { console.log(JSON.stringify([...process.argv.slice(2), text])); process.exitCode = 3 })`,
  )
  const { status, stdout, stderr } = run(['list', 'мой проект.actant', '--json'], 'привет')
  expect(JSON.parse(stdout)).toEqual(['list', 'мой проект.actant', '--json', 'привет'])
  expect(stderr).toBe('')
  expect(status).toBe(3)
})
