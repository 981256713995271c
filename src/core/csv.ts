/** Tables as text (CSV by RFC 4180, or cells between tabs) that spreadsheets take for data and nothing else. */

export type Cell = string | number

/** Lines end in CR LF; text that a spreadsheet would take for a formula gets an apostrophe in front. */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')

/** For pasting into a spreadsheet or a document; tabs and line ends inside a cell become spaces. */
export const tabbed = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((cells) => cells.map((value) => harmless(value).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')

const quoted = (value: Cell): string => {
  const text = harmless(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const harmless = (value: Cell): string => {
  if (typeof value === 'number' || /^-?\d+([.,]\d+)?$/.test(value)) return String(value)
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
}
