import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { exitCodes } from '../../src/cli/exit-codes.ts'
import { environment, inFolder, launcher, write } from './actant.ts'
import { type Forms, forms } from './json-forms.ts'

const page = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/^```(\S+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(([, language, name, code]) => ({
  language,
  name,
  code: code ?? '',
}))

const isForm = (name: string | undefined): name is keyof Forms => name !== undefined && name in forms

describe('docs/cli.md', () => {
  it('its examples run, one after the other', () => {
    write('article.html', '<title>Talks begin</title><h1>Talks begin</h1><p>They met in Geneva.</p>')
    write('notes.md', '# Заметки\n\nПереговоры *начались*.\n')
    write('folder-of-articles/a.txt', 'A third article.')
    mkdirSync(inFolder('bin'))
    chmodSync(write('bin/actant', `#!/bin/sh\nexec "${process.execPath}" "${launcher}" "$@"\n`), 0o755)
    const env = environment({ PATH: `${inFolder('bin')}${delimiter}${process.env['PATH'] ?? ''}` })
    const examples = blocks.filter(({ language }) => language === 'sh')
    expect(examples.length).toBeGreaterThan(2)
    for (const { code } of examples) {
      execFileSync('/bin/sh', ['-e', '-c', code], { cwd: inFolder(), env, stdio: ['ignore', 'ignore', 'inherit'] })
    }
    expect(existsSync(inFolder('talks.bundle.json.gz'))).toBe(true)
  })

  it('its JSON is of the form that is promised, for every command', () => {
    const shown = blocks.filter(({ language }) => language === 'json')
    for (const { name, code } of shown) {
      if (!isForm(name)) throw new Error(`there is no command ${name}`)
      expect(() => forms[name].parse(JSON.parse(code)), name).not.toThrow()
    }
    expect([...new Set(shown.map(({ name }) => name))]).toEqual(Object.keys(forms))
  })

  it('names every command and exit code', () => {
    for (const name of Object.keys(forms)) expect(page).toContain(`### \`actant ${name} `)
    for (const code of z.array(z.int()).parse(Object.values(exitCodes)))
      expect(page).toMatch(new RegExp(`\\b${code}\\b`))
  })
})
