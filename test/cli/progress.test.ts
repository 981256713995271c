import { expect, it } from 'vitest'
import { progressOn } from '../../src/cli/progress.ts'
import { columns } from '../../src/cli/text.ts'
import { translator } from '../../src/i18n/index.ts'

/** A terminal of 40 columns that keeps what is written to it, and a clock that is set by hand. */
const terminal = (isTTY: boolean) => {
  let time = 0
  let written = ''
  const keep = (text: string) => {
    written += text
  }
  const progress = progressOn({ isTTY, columns: 40, write: keep }, translator('en'), {}, () => time)
  return {
    progress,
    at: (ms: number) => {
      time = ms
    },
    /** What was written since the last look. */
    drawn: () => {
      const drawn = written
      written = ''
      return drawn
    },
  }
}

it('is silent where nobody looks', () => {
  const { progress, at, drawn } = terminal(false)
  at(10_000)
  progress.show({ done: 1, total: 2 })
  progress.clear()
  expect(drawn()).toBe('')
})

it('waits half a second, then shows the share within the line, ten times a second at most', () => {
  const { progress, at, drawn } = terminal(true)
  at(400)
  progress.show({ done: 1, total: 4 })
  expect(drawn()).toBe('')
  at(600)
  progress.show({ done: 2, total: 4, subject: `${'Длинное имя '.repeat(9)}\u001b[2J` })
  const line = drawn()
  const cleared = '\r\u001b[K'
  expect(line.startsWith(cleared)).toBe(true)
  expect(line.slice(cleared.length)).toMatch(/^50% Длинное имя .*…$/)
  expect(columns(line.slice(cleared.length))).toBeLessThan(40)
  at(650)
  progress.show({ done: 3, total: 4 })
  expect(drawn()).toBe('')
  at(700)
  progress.show({ done: 1234 })
  expect(drawn()).toBe('\r\u001b[K1,234 ')
})

it('leaves the line empty', () => {
  const { progress, at, drawn } = terminal(true)
  progress.clear()
  expect(drawn()).toBe('')
  at(1000)
  progress.show({ done: 1 })
  drawn()
  progress.clear()
  expect(drawn()).toBe('\r\u001b[K')
})
