import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import type { AgreementRow } from '../../../workbench/contract.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { Name } from '../parts/Name.tsx'
import { FigureCell } from './FigureCell.tsx'
import { stepFrom } from './grid-keys.ts'
import { changeAgreement } from './state.ts'

export type GridHead = { key: string; label: string; group?: string | undefined; title?: string | undefined }
export type GridLine = { key: string; label: string; cells: ReadonlyMap<string, AgreementRow> }

type Props = {
  /** Under which the cell it stands at is kept. */
  name: string
  label: string
  corner: string
  heads: readonly GridHead[]
  lines: readonly GridLine[]
  noteId: string
  onAt(row: AgreementRow | undefined, about: string): void
  onEnter(row: AgreementRow): void
}

const LINE = 46
const HEAD = 64

/** A table to go through by arrows, cell by cell; of its lines only those that are seen are drawn. */
export const FigureGrid = ({ name, label, corner, heads, lines, noteId, onAt, onEnter }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const kept = useUi(({ agreement }) => agreement.cells[name])
  const scroller = useRef<HTMLDivElement>(null)
  const [lineKey, headKey] = kept?.split('\n') ?? []
  const at = {
    line: Math.max(
      0,
      lines.findIndex(({ key }) => key === lineKey),
    ),
    head: Math.max(
      0,
      heads.findIndex(({ key }) => key === headKey),
    ),
  }
  const drawn = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 8,
    scrollPaddingEnd: HEAD,
    // The cell that has the keyboard must not go when the table is scrolled.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), at.line])].sort((a, b) => a - b),
  })
  const cellOf = (line: number, head: number) =>
    scroller.current?.querySelector<HTMLElement>(`[data-cell="${line}-${head}"]`)

  const moving = useRef(false)
  // Whoever came here by a key goes on in the first table.
  useLayoutEffect(() => {
    const { activeElement } = document
    moving.current = activeElement === document.body || activeElement?.matches('.agreement') === true
  }, [])
  useLayoutEffect(() => {
    // At first only the frame is there.
    const cell = moving.current && cellOf(at.line, at.head)
    if (!cell) return
    moving.current = false
    drawn.scrollToIndex(at.line, { align: 'auto' })
    cell.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const moveTo = (line: number, head: number) => {
    const key = `${lines[line]?.key}\n${heads[head]?.key}`
    moving.current = true
    changeAgreement(shell, { cells: { ...shell.ui.get().agreement.cells, [name]: key } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return
    const row = lines[at.line]?.cells.get(heads[at.head]?.key ?? '')
    const to = stepFrom(at, event, { lines: lines.length, heads: heads.length })
    if (to) moveTo(to.line, to.head)
    else if ((event.code === 'Enter' || event.code === 'Space') && row && !event.ctrlKey) onEnter(row)
    else return
    event.preventDefault()
  }

  const grouped = heads.some(({ group }) => group)
  const rows = drawn.getVirtualItems()
  return (
    <div ref={scroller} className="figure-scroll">
      <table
        className="figure-grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is gone through cell by cell
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length + (grouped ? 2 : 1)}
        aria-colcount={heads.length + 1}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" rowSpan={grouped ? 2 : 1} className="figure-corner">
              {corner}
            </th>
            {heads.map(({ key, label, group, title }, index) =>
              group === undefined ? (
                <th key={key} scope="col" rowSpan={grouped ? 2 : 1} title={title}>
                  {label}
                </th>
              ) : group === heads[index - 1]?.group ? null : (
                <th
                  key={key}
                  scope="colgroup"
                  className="figure-group"
                  colSpan={heads.filter((head) => head.group === group).length}
                  title={title}
                >
                  {group}
                </th>
              ),
            )}
          </tr>
          {grouped ? (
            <tr>
              {heads.map(({ key, label, group, title }) =>
                group === undefined ? null : (
                  <th key={key} scope="col" title={title}>
                    {label}
                  </th>
                ),
              )}
            </tr>
          ) : null}
        </thead>
        <tbody>
          {rows.map(({ index, start }, place) => {
            const line = lines[index]
            const gap = start - (rows[place - 1]?.end ?? 0)
            return line ? (
              <Fragment key={line.key}>
                {gap > 0 ? <Gap size={gap} /> : null}
                <tr aria-rowindex={index + (grouped ? 3 : 2)}>
                  <th scope="row">
                    <Name text={line.label} />
                  </th>
                  {heads.map((head, column) => (
                    <FigureCell
                      key={head.key}
                      row={line.cells.get(head.key)}
                      place={`${index}-${column}`}
                      active={at.line === index && at.head === column}
                      noteId={noteId}
                      onFocus={() => {
                        if (at.line !== index || at.head !== column) moveTo(index, column)
                        onAt(line.cells.get(head.key), head.group ? line.label : aboutOf(name, line, head))
                      }}
                      onEnter={onEnter}
                    />
                  ))}
                </tr>
              </Fragment>
            ) : null
          })}
          {rows.length > 0 ? <Gap size={drawn.getTotalSize() - (rows.at(-1)?.end ?? 0)} /> : null}
        </tbody>
      </table>
      {lines.length === 0 ? <p className="place-message">{t('agreement.map.none')}</p> : null}
    </div>
  )
}

const aboutOf = (name: string, line: GridLine, head: GridHead): string =>
  name === 'pairs' ? `${line.label} – ${head.label}` : line.label

/** The room of lines that are not drawn. */
const Gap = ({ size }: { size: number }) =>
  size > 0 ? (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is nothing but room
    <tr role="presentation">
      <td role="presentation" className="figure-gap" style={{ blockSize: size }} />
    </tr>
  ) : null
