import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { actant, environment, inFolder, succeed, write } from './actant.ts'
import { error, parsed } from './json-forms.ts'
import { bundleOf } from './sample-bundle.ts'

const store = fileURLToPath(new URL('../../src/store/open.ts', import.meta.url))

/** Another process that has the project open for writing, as the window's service has. */
const holdProject = async () => {
  const program = `
    import { randomUUID } from 'node:crypto'
    import { openProject } from ${JSON.stringify(store)}
    openProject(process.argv[1], { mode: 'write', program: 'Actant', now: () => new Date(), newId: randomUUID })
    console.log('open')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, inFolder('p.actant')], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return {
    pid: child.pid,
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'close')
    },
  }
}

describe('while a window has the project open', () => {
  it('reading works, writing is told who has it (4), and works again when it is gone', async () => {
    await succeed('new', 'p.actant')
    write('a.txt', 'Статья.')
    write('b.json', bundleOf('Другая статья.', []))
    await succeed('add', 'p.actant', 'a.txt')
    const bundle = await succeed('export', 'p.actant')
    const holder = await holdProject()
    try {
      expect(await succeed('export', 'p.actant')).toBe(bundle)
      expect(parsed('list', await succeed('list', 'p.actant', '--json')).articles).toHaveLength(1)
      expect(parsed('check', await succeed('check', 'p.actant', '--json'))).toEqual({ ok: true, findings: [] })
      expect(await succeed('validate', 'b.json')).toBe('b.json: sound\n')
      for (const args of [
        ['add', 'p.actant', 'a.txt'],
        ['merge', 'p.actant', 'b.json'],
      ]) {
        const { code, out, err } = await actant(args)
        expect({ code, out }).toEqual({ code: 4, out: '' })
        expect(err).toContain('Actant')
        expect(err).toContain(String(holder.pid))
        expect(err).toMatch(/opened there on \w+ \d+, \d{4} at \d+:\d\d/)
        const russian = await actant([...args, '--lang', 'ru', '--json'])
        expect(error.parse(JSON.parse(russian.err)).error).toMatchObject({
          code: 'held',
          message: expect.stringContaining('Открыт там'),
        })
      }
    } finally {
      await holder.kill()
    }
    // A holder that died is taken over.
    expect((await actant(['merge', 'p.actant', 'b.json'])).code).toBe(0)
    expect(parsed('list', await succeed('list', 'p.actant', '--json')).articles).toHaveLength(2)
  })
})
