/** Where a key leads in a table, as in any grid. */
type At = { line: number; head: number }

const PAGE = 8

/** Nothing for keys that lead nowhere in it. */
export const stepFrom = (
  { line, head }: At,
  { code, ctrlKey }: { code: string; ctrlKey: boolean },
  { lines, heads }: { lines: number; heads: number },
): At | undefined => {
  const within = (to: At): At => ({
    line: Math.max(0, Math.min(lines - 1, to.line)),
    head: Math.max(0, Math.min(heads - 1, to.head)),
  })
  if (code === 'Home') return within({ line: ctrlKey ? 0 : line, head: 0 })
  if (code === 'End') return within({ line: ctrlKey ? lines - 1 : line, head: heads - 1 })
  if (ctrlKey) return undefined
  if (code === 'ArrowDown') return within({ line: line + 1, head })
  if (code === 'ArrowUp') return within({ line: line - 1, head })
  if (code === 'ArrowRight') return within({ line, head: head + 1 })
  if (code === 'ArrowLeft') return within({ line, head: head - 1 })
  if (code === 'PageDown') return within({ line: line + PAGE, head })
  if (code === 'PageUp') return within({ line: line - PAGE, head })
  return undefined
}
