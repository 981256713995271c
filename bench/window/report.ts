/** The table of the window's measurements, with the goals they are held against. */
import type { Measured, Memory, Processor } from './measure.ts'
import type { Size } from './project.ts'

export type Row = {
  what: string
  bare?: number
  actant: number
  unit: 'ms' | 'MB' | '×' | ''
  goal?: string
  met?: boolean
}

export type Section = { title: string; rows: Row[] }

/** A section for each size; goals that compare sizes stand in the last one. */
export const sections = (sizes: readonly Size[], measured: readonly Measured[], memory: Memory): Section[] => {
  const smallest = measured[0]
  return sizes
    .map((size, index) => {
      const one = measured[index]
      if (!one || !smallest) return { title: size.name, rows: [] }
      const rows: Row[] = [
        compared('open: click to first paint with annotations', one.openBare, one.open, openGoals[size.annotations]),
        compared('scroll: a step of 120 px, p95', one.scrollBare, one.scroll, 1.25),
        { what: 'long tasks while scrolling', actant: one.longTasks, unit: '', ...held('none', one.longTasks === 0) },
        limited('add', one.add, 10),
        limited('remove', one.remove, 12),
        limited('key → painted, p95', one.keyToPainted, 33),
        limited('hit test, p95', one.hitTest, 1),
        ...processorRows(one.processor),
      ]
      if (index === sizes.length - 1) {
        const growth = one.add / smallest.add
        rows.push({ what: `add, against ${sizes[0]?.name}`, actant: growth, unit: '×', ...held('≤ 6 ×', growth <= 6) })
      }
      return { title: size.name, rows }
    })
    .concat(memorySection(memory))
}

export const markdown = (parts: readonly Section[]): string =>
  parts.map(({ title, rows }) => [`### ${title}`, '', ...table(rows)].join('\n')).join('\n\n')

const openGoals: Record<number, number> = { 1000: 3, 20000: 1 }

const memorySection = ({ empty, bare, article }: Memory): Section => ({
  title: '2 MB × 20,000 annotations: memory of the window',
  rows: [
    { what: 'with a short article', actant: empty, unit: 'MB' },
    { ...compared('with the long article', bare, article, 1.1), unit: 'MB' },
  ],
})

const processorRows = (processor: Processor | undefined): Row[] =>
  processor
    ? [
        compared('processor time: open', processor.openBare, processor.open, undefined),
        compared('processor time: a step of scrolling', processor.scrollBare, processor.scroll, undefined),
        { what: 'processor time: add', actant: processor.add, unit: 'ms' },
      ]
    : []

const held = (goal: string, met: boolean) => ({ goal, met })

const compared = (what: string, bare: number, actant: number, most: number | undefined): Row => ({
  what,
  bare,
  actant,
  unit: 'ms',
  ...(most !== undefined && held(`≤ ${most} × bare`, actant <= most * bare)),
})

const limited = (what: string, actant: number, most: number): Row => ({
  what,
  actant,
  unit: 'ms',
  ...held(`≤ ${most} ms`, actant <= most),
})

const table = (rows: readonly Row[]): string[] => [
  '| | bare text | Actant | ratio | goal | |',
  '|---|--:|--:|--:|---|---|',
  ...rows.map(({ what, bare, actant, unit, goal = '', met }) => {
    const ratio = bare === undefined ? '' : `${(actant / bare).toFixed(2)} ×`
    const verdict = met === undefined ? '' : met ? '✓' : 'missed'
    return `| ${what} | ${bare === undefined ? '' : shown(bare, unit)} | ${shown(actant, unit)} | ${ratio} | ${goal} | ${verdict} |`
  }),
]

const shown = (value: number, unit: string): string =>
  unit === '' ? String(value) : `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`
