import { readFileSync } from 'node:fs'
import { PassThrough, Readable } from 'node:stream'
import type { ReadStream } from 'node:tty'
import { expect, it } from 'vitest'
import type { Context } from '../../src/cli/context.ts'
import { withInputs } from '../../src/cli/inputs.ts'
import { outputTo } from '../../src/cli/output.ts'
import { progressOn } from '../../src/cli/progress.ts'
import { translator } from '../../src/i18n/index.ts'
import { inFolder } from './actant.ts'

const t = translator('en')

const contextWith = (stdin: Readable): Context => ({
  t,
  language: 'en',
  env: {},
  // Only what a stream has is used where it is no terminal.
  stdin: stdin as ReadStream,
  out: outputTo(new PassThrough(), 'stdout'),
  err: outputTo(new PassThrough(), 'stderr'),
  progress: progressOn(process.stderr, t, {}),
  signal: new AbortController().signal,
  json: false,
  verbose: false,
})

it('standard input without end stops being read a little past the limit', async () => {
  let given = 0
  const endless = Readable.from(
    (function* () {
      for (;;) {
        given += 1000
        yield Buffer.alloc(1000, 'x')
      }
    })(),
  )
  const kept = await withInputs(contextWith(endless), ['-'], { name: 'stdin.json', limit: 10_000 }, async ([input]) => {
    if (!input) throw new Error('no input')
    return readFileSync(input.path).length
  })
  expect(kept).toBeGreaterThan(10_000)
  expect(kept).toBeLessThan(20_000)
  expect(given).toBeLessThan(100_000)
})

it('a name of standard input cannot lead out of its folder', async () => {
  const stdin = Readable.from([Buffer.from('text')])
  const path = await withInputs(
    contextWith(stdin),
    ['-', inFolder('other.txt')],
    { name: '../../../etc/a.txt', limit: 100 },
    async ([input, other]) => {
      expect(other).toEqual({ name: inFolder('other.txt'), path: inFolder('other.txt') })
      return input?.path
    },
  )
  expect(path).toMatch(/actant-[^/]+\/a\.txt$/)
})
