import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands/index.ts'
import { chooseLanguage } from '../../src/cli/language.ts'
import { actant, inFolder, write } from './actant.ts'
import { error } from './json-forms.ts'

describe('help', () => {
  it('names every command and the exit codes', async () => {
    const { code, out, err } = await actant(['--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const { name } of commands) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
    expect(out).toContain('0 fine, 1 findings, 2 wrong use, 3 refused input')
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it.each(commands.map(({ name }) => name))('%s: usage, examples, the options of every command', async (name) => {
    const { code, out } = await actant([name, '--help'])
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`^Usage: actant ${name} \\[options\\] [<[]`))
    expect(out).toContain(`  $ actant ${name} `)
    expect(out).toContain('--json')
  })

  it('is the answer to actant alone, which is wrong use', async () => {
    const { code, out, err } = await actant([])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('Usage: actant [options] <command>')
  })

  it('tells the version of the package', async () => {
    expect((await actant(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('language', () => {
  const russian = { LC_ALL: 'ru_RU.UTF-8' }

  it.each([
    [russian, 'ru'],
    [{ LC_ALL: '', LC_MESSAGES: 'ru_RU.UTF-8', LANG: 'en_GB.UTF-8' }, 'ru'],
    [{ LC_ALL: '', LANG: 'ru_RU' }, 'ru'],
    [{ LC_ALL: 'C', LANG: 'ru_RU.UTF-8' }, 'en'],
    [{ LC_ALL: 'de_DE.UTF-8' }, 'en'],
  ])('of the terminal: %j', (env, expected) => expect(chooseLanguage(['list'], env)).toBe(expected))

  it.each([
    [['--lang', 'en', 'list', 'p'], 'en'],
    [['list', 'p', '--lang=en'], 'en'],
    [['list', '--lang=ru', '--lang=en'], 'en'],
    [['list', '--lang', 'fr'], 'ru'],
    [['list', '--lang'], 'ru'],
    [['list', '--', '--lang', 'en'], 'ru'],
  ])('as asked for: %j', (args, expected) => expect(chooseLanguage(args, russian)).toBe(expected))

  it('of the help', async () => {
    expect((await actant(['--help'], { env: russian })).out).toMatch(/^Использование: actant \[параметры\] <команда>/)
    expect((await actant(['list', '--help', '--lang', 'en'], { env: russian })).out).toMatch(/^Usage: /)
  })

  it('of wrong use too', async () => {
    expect((await actant(['add', '--lang', 'ru'])).err).toBe('actant: не указано: проект. Справка: actant add --help\n')
  })
})

describe('wrong use ends with 2, says why and leaves stdout alone', () => {
  it.each([
    [['lst'], 'there is no command lst. Did you mean list? Help: actant --help'],
    [['add'], 'missing: project. Help: actant add --help'],
    [['add', 'p.actant'], 'missing: file.'],
    [['list', 'p.actant', 'q.actant'], 'too many arguments.'],
    [['list', 'p.actant', '--jsno'], 'there is no option --jsno. Did you mean --json?'],
    [['export', 'p.actant', '-o'], '-o, --output <file> needs a value.'],
    [['list', 'p.actant', '--lang', 'fr'], 'fr is not possible for --lang <en|ru>. Choose from: en, ru.'],
    [['validate', '-', '-'], '- (standard input) can be named once only.'],
  ])('%j', async (args, sentence) => {
    const { code, out, err } = await actant(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`actant: ${sentence}`)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  it('as JSON for programs', async () => {
    const { code, out, err } = await actant(['list', '--json'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error.parse(JSON.parse(err)).error.code).toBe('usage')
  })
})

describe('a project that cannot be opened', () => {
  const commandsOnProject = [
    ['list', 'p.actant'],
    ['add', 'p.actant', 'a.txt'],
    ['merge', 'p.actant', 'b.json'],
    ['export', 'p.actant'],
    ['check', 'p.actant'],
  ]

  it.each(commandsOnProject)('%s: is not there, is not made, and one is told how (4)', async (...args) => {
    const { code, out, err } = await actant(args)
    expect({ code, out }).toEqual({ code: 4, out: '' })
    expect(err).toBe('actant: p.actant is not there. Create a project with: actant new p.actant\n')
  })

  it.each(commandsOnProject.slice(0, 3))('%s: is no project, and stays as it is (3)', async (...args) => {
    write('p.actant', 'nothing of the kind')
    write('b.json', '{}')
    const { code, out, err } = await actant([...args, '--json'])
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(error.parse(JSON.parse(err)).error).toMatchObject({ code: 'not-a-project' })
    expect(readFileSync(inFolder('p.actant'), 'utf8')).toBe('nothing of the kind')
  })
})
